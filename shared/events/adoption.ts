import * as v from 'valibot'
import { canonicalHash } from '#shared/rules/canonical.ts'
import { SIGNER_POSTS, type Adoptable, type Adoption, type Seal } from '#shared/records/adoption.ts'
import { slugSchema } from '#shared/records/announcement.ts'
import { wordsRefSchema, type AttachmentRef } from '#shared/records/attachment.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import { idSchema, instantSchema, type Instant, type RecordId } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { versionContentSchema } from '#shared/records/named-version.ts'
import type { AdoptedFields } from '#shared/records/row.ts'
import { SEALS } from '#shared/records/seals.ts'
import { severalLines } from '#shared/records/words.ts'
import { relationsToMeeting } from '#shared/rules/meeting/course.ts'
import { resultOf } from '#shared/rules/meeting/vote-result.ts'
import { may } from '#shared/rules/permissions.ts'
import {
  no,
  yes,
  type Context,
  type Decision,
  type Publication,
  type Reaction,
  type RestsOn,
} from './kind.ts'
import { sealChained } from './seals.ts'

/** More people than any cell has. */
const MOST_NAMES = 300

/** The two moments of design 6: as it was read and voted, and as it was signed. Commands of every kind that is adopted. */
export const adoptionCommands = [
  v.object({
    do: v.literal('adoptText'),
    meeting: idSchema,
    vote: idSchema,
    /** As it was read in the room, whatever other phones have. */
    content: versionContentSchema,
    amendments: v.pipe(v.array(severalLines(2000)), v.maxLength(30)),
    at: instantSchema,
  }),
  v.object({
    do: v.literal('signText'),
    content: versionContentSchema,
    signers: v.pipe(
      v.array(v.object({ person: idSchema, post: v.picklist(SIGNER_POSTS) })),
      v.minLength(1),
      v.maxLength(3),
    ),
    signedOn: daySchema,
    slug: slugSchema,
    /** [V11] */
    names: v.optional(
      v.pipe(v.array(v.object({ person: idSchema, name: wordsRefSchema })), v.maxLength(MOST_NAMES)),
      [],
    ),
    at: instantSchema,
  }),
  v.object({ do: v.literal('withdrawText'), reason: severalLines(500), at: instantSchema }),
] as const
export type AdoptionCommand = v.InferOutput<(typeof adoptionCommands)[number]>

type Facts = {
  textAdopted: Omit<Adoption, 'by'>
  textSigned: Omit<Seal, 'by' | 'seq'>
  textWithdrawn: { reason: string; at: Instant }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

/** Adopting is judged by the vote in the meeting. */
export function adoptionRestsOn(state: Adoptable | null, command: unknown): readonly RestsOn[] {
  const asked = v.safeParse(adoptionSchema, command)
  if (!asked.success) return []
  const { output } = asked
  const meeting = output.do === 'adoptText' ? output.meeting : state?.adopted?.meeting
  return meeting === undefined ? [] : [{ record: meeting, kind: 'meeting' }]
}

export function decideAdoption(
  state: Adoptable,
  command: AdoptionCommand,
  { record, kind, context }: { record: RecordId; kind: RecordKind; context: Context },
): Decision {
  const { standing, others } = context
  switch (command.do) {
    case 'adoptText': {
      const meeting = others.get(command.meeting) as Meeting | undefined
      if (!meeting) return no('notFound')
      if (!may('adoptText', standing, relationsToMeeting(meeting, standing.person))) return no('notAllowed')
      // [V2] Only an earlier adoption of the same text stands in its way, never another phone's draft.
      if (state.adopted) return state.adopted.vote === command.vote ? yes() : no('alreadyAdopted')
      const vote = meeting.votes.find(({ id }) => id === command.vote)
      if (!vote || !('record' in vote.about)) return no('notFound')
      if (vote.about.what !== (kind === 'minutes' ? 'minutes' : 'text')) return no('malformed')
      if (vote.about.record !== record) return no('malformed')
      const result = resultOf(vote, meeting)
      if (result.is === 'disputed') return no('countsDiffer')
      if (result.is !== 'carried') return no('notCarried')
      const { do: _, ...adopted } = command
      const { count, base, entitled: present } = result
      return yes(event('textAdopted', { ...adopted, count, base, present }))
    }
    case 'signText': {
      if (!state.adopted) return no('notAdopted')
      const meeting = others.get(state.adopted.meeting) as Meeting | undefined
      const relations = meeting ? relationsToMeeting(meeting, standing.person) : []
      if (!may('signText', standing, relations)) return no('notAllowed')
      if (state.sealed) return no('alreadySigned')
      const { do: _, ...sealed } = command
      return yes(event('textSigned', sealed))
    }
    case 'withdrawText': {
      if (!may('withdrawText', standing)) return no('notAllowed')
      // [V14] What a meeting was like cannot be withdrawn, only what it decided.
      if (!state.sealed || kind !== 'resolution') return no('notInThisState')
      return state.withdrawn ? yes() : yes(event('textWithdrawn', { reason: command.reason, at: command.at }))
    }
    default:
      return command satisfies never
  }
}

/** [Y14] Strangers may ask whether it was signed, nothing else. */
export function publishesSeal({ sealed, corrects, withdrawn }: Adoptable): Publication | null {
  if (!sealed) return null
  const page = { is: 'sealed' as const, ...(corrects === undefined ? {} : { corrects }) }
  return { slug: sealed.slug, page, withdrawnAt: withdrawn?.at ?? null, lastDay: null }
}

/** [V12] Whatever was signed goes into the cell's chain, once. */
export function chainsSeal(e: RecordedEvent, { sealed }: Adoptable): readonly Reaction[] {
  if (e.type !== 'textSigned' || !sealed || sealed.seq !== e.seq) return []
  const event = sealChained({ record: e.record, hash: canonicalHash(sealed.content) })
  return [{ do: 'appendHere', kind: 'seals', record: SEALS, event }]
}

/** [V11] */
export const namesBeside = ({ sealed }: Adoptable): readonly AttachmentRef[] =>
  (sealed?.names ?? []).map(({ name }) => name)

/** Other events leave the state as it is. */
export function foldAdoption<State extends Adoptable>(state: State, e: RecordedEvent): State {
  const by = e.actor.by === 'person' ? e.actor.person : ''
  switch (e.type) {
    case 'textAdopted':
      return state.adopted ? state : { ...state, adopted: { ...(e.data as Facts['textAdopted']), by } }
    case 'textSigned': {
      if (state.sealed) return state
      const place = e.seq === undefined ? {} : { seq: e.seq }
      return { ...state, sealed: { ...(e.data as Facts['textSigned']), by, ...place } }
    }
    case 'textWithdrawn':
      return state.withdrawn ? state : { ...state, withdrawn: { ...(e.data as Facts['textWithdrawn']), by } }
    default:
      return state
  }
}

/** [V6] */
export const adoptedIn = (e: RecordedEvent): Content | null =>
  e.type === 'textAdopted' ? (e.data as Facts['textAdopted']).content : null

export function adoptionInRow({ adopted, sealed, corrects, withdrawn }: Adoptable): AdoptedFields {
  return {
    ...(adopted ? { adoptedAt: adopted.at } : {}),
    ...(sealed ? { signedOn: sealed.signedOn } : {}),
    ...(corrects === undefined ? {} : { corrects }),
    ...(withdrawn ? { withdrawnAt: withdrawn.at } : {}),
  }
}

const adoptionSchema = v.variant('do', adoptionCommands)
const NAMES: readonly string[] = adoptionCommands.map((schema) => schema.entries.do.literal)
export const isOfAdoption = (command: { do: string }): command is AdoptionCommand =>
  NAMES.includes(command.do)
