import * as v from 'valibot'
import { contentText } from '#shared/records/content.ts'
import { doneAt } from '#shared/records/event.ts'
import { idSchema, type RecordId } from '#shared/records/ids.ts'
import {
  draftingGroupSchema,
  monthSchema,
  RESOLUTION_STAGES,
  titleSchema,
} from '#shared/records/resolution.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { may } from '#shared/rules/permissions.ts'
import {
  canBeRestored,
  documentIsOpen,
  stageMayFollow,
  writingRefusal,
} from '#shared/rules/resolution-course.ts'
import {
  adoptedIn,
  adoptionCommands,
  adoptionInRow,
  adoptionRestsOn,
  decideAdoption,
  foldAdoption,
  isOfAdoption,
  chainsSeal,
  namesBeside,
  publishesSeal,
} from './adoption.ts'
import {
  decideDiscussion,
  discussionCommands,
  discussionInRow,
  foldDiscussion,
  isOfDiscussion,
  saidInDiscussion,
} from './discussion.ts'
import { no, yes, type Context, type Decision, type RecordKindRules, type RestsOn } from './kind.ts'
import { decideNamedVersion, foldNamedVersion, nameVersionCommand } from './named-version.ts'

export const resolutionCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('startResolution'),
    title: titleSchema,
    month: monthSchema,
    template: v.pipe(v.string(), v.maxLength(40)),
    /** The sealed one that this one corrects. */
    corrects: v.exactOptional(idSchema),
    schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    draftingGroup: v.optional(draftingGroupSchema),
  }),
  v.object({ do: v.literal('renameResolution'), title: titleSchema }),
  v.object({ do: v.literal('setDraftingGroup'), draftingGroup: draftingGroupSchema }),
  v.object({ do: v.literal('moveResolution'), to: v.picklist(RESOLUTION_STAGES) }),
  v.object({ do: v.literal('binResolution') }),
  v.object({ do: v.literal('restoreResolution') }),
  ...discussionCommands,
  nameVersionCommand,
  ...adoptionCommands,
])
export type ResolutionCommand = v.InferOutput<typeof resolutionCommandSchema>

type Facts = {
  resolutionStarted: Pick<
    Resolution,
    'title' | 'month' | 'template' | 'schema' | 'draftingGroup' | 'corrects'
  >
  resolutionRenamed: Pick<Resolution, 'title'>
  draftingGroupSet: Pick<Resolution, 'draftingGroup'>
  stageMoved: { to: Resolution['stage'] }
  resolutionBinned: Record<string, never>
  resolutionRestored: Record<string, never>
}

const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })
const EXCERPT = 160

/** [V10] Starting a correction is judged by what it corrects. */
function correctedBy(command: unknown): readonly RestsOn[] {
  const asked = v.safeParse(v.object({ do: v.literal('startResolution'), corrects: idSchema }), command)
  return asked.success ? [{ record: asked.output.corrects, kind: 'resolution' }] : []
}
const signedOne = ({ others }: Context, record: RecordId): boolean =>
  (others.get(record) as Resolution | null | undefined)?.sealed !== undefined

export const resolutionRules: RecordKindRules<Resolution> = {
  kind: 'resolution',
  livesIn: 'cell',
  hasDocument: true,
  forAnother: ['remark', 'answerRemark', 'withdrawRemark'],
  saidIn: saidInDiscussion,
  restsOn: (state, command) => [...adoptionRestsOn(state, command), ...correctedBy(command)],
  textFrom: adoptedIn,

  decide(state, raw, context): Decision {
    const parsed = v.safeParse(resolutionCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    const { standing } = context

    if (command.do === 'startResolution') {
      if (!may('startResolution', standing)) return no('notAllowed')
      if (state) return no('alreadyExists')
      const { title, month, template, schema } = command
      const draftingGroup = command.draftingGroup ?? { who: 'committee' as const }
      const corrects = command.corrects === undefined ? {} : { corrects: command.corrects }
      if (command.corrects !== undefined && !signedOne(context, command.corrects)) return no('notInThisState')
      return yes(event('resolutionStarted', { title, month, template, schema, draftingGroup, ...corrects }))
    }
    if (!state) return no('notFound')
    if (command.do === 'nameVersion') return decideNamedVersion(state, command, context)
    if (isOfAdoption(command)) {
      if (state.binnedAt !== undefined) return no('documentClosed')
      return decideAdoption(state, command, { record: context.record, kind: 'resolution', context })
    }
    if (isOfDiscussion(command)) return decideDiscussion(state, command, context)
    switch (command.do) {
      case 'renameResolution':
        if (!may('moveResolution', standing)) return no('notAllowed')
        if (!documentIsOpen(state)) return no('documentClosed')
        return command.title === state.title
          ? yes()
          : yes(event('resolutionRenamed', { title: command.title }))
      case 'setDraftingGroup':
        if (!may('setDraftingGroup', standing)) return no('notAllowed')
        if (!documentIsOpen(state)) return no('documentClosed')
        return yes(event('draftingGroupSet', { draftingGroup: command.draftingGroup }))
      case 'moveResolution':
        if (!may('moveResolution', standing)) return no('notAllowed')
        if (!documentIsOpen(state)) return no('documentClosed')
        if (command.to === state.stage) return yes()
        if (!stageMayFollow(state.stage, command.to)) return no('notInThisState')
        return yes(event('stageMoved', { to: command.to }))
      case 'binResolution':
        if (!may('binResolution', standing)) return no('notAllowed')
        if (state.stage === 'adopted') return no('documentClosed')
        return state.binnedAt === undefined ? yes(event('resolutionBinned', {})) : yes()
      case 'restoreResolution':
        if (!may('binResolution', standing)) return no('notAllowed')
        if (state.binnedAt === undefined) return yes()
        return canBeRestored(state, context.at, context.ruleset)
          ? yes(event('resolutionRestored', {}))
          : no('notInThisState')
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const at = doneAt(e)
    if (e.type === 'resolutionStarted') {
      const data = e.data as Facts['resolutionStarted']
      const startedBy = e.actor.by === 'person' ? e.actor.person : ''
      const silent = { shown: false, remarks: [], versions: [] }
      return { ...data, stage: 'draft', startedBy, startedAt: at, stageSince: at, ...silent }
    }
    if (!state) return state
    switch (e.type) {
      case 'resolutionRenamed':
        return { ...state, title: (e.data as Facts['resolutionRenamed']).title }
      case 'draftingGroupSet':
        return { ...state, draftingGroup: (e.data as Facts['draftingGroupSet']).draftingGroup }
      case 'stageMoved':
        return { ...state, stage: (e.data as Facts['stageMoved']).to, stageSince: at, shown: true }
      case 'resolutionBinned':
        return { ...state, binnedAt: at }
      case 'resolutionRestored': {
        const { binnedAt: _, ...rest } = state
        return rest
      }
      case 'versionNamed':
        return foldNamedVersion(state, e)
      case 'textAdopted':
        return foldAdoption<Resolution>({ ...state, stage: 'adopted', stageSince: at, shown: true }, e)
      case 'textSigned':
      case 'textWithdrawn':
        return foldAdoption(state, e)
      default:
        return foldDiscussion(state, e)
    }
  },

  project(record, state, changedAt, content) {
    const text = content ? contentText(content).trim() : ''
    const words = text === '' ? 0 : text.split(/\s+/u).length
    const { title, month, schema, template, stage, draftingGroup, startedBy, binnedAt } = state
    const excerpt = text.replace(/\s+/gu, ' ').slice(0, EXCERPT)
    const row = {
      kind: 'resolution' as const,
      record,
      changedAt,
      title,
      month,
      schema,
      template,
      stage,
      draftingGroup,
    }
    const binned = binnedAt === undefined ? {} : { binnedAt }
    return {
      ...row,
      startedBy,
      excerpt,
      words,
      ...binned,
      ...discussionInRow(state),
      ...adoptionInRow(state),
    }
  },

  publishes: publishesSeal,
  attachments: namesBeside,
  react: chainsSeal,

  writingRefusal: (state, standing) => (state ? writingRefusal(state, standing) : 'notFound'),
}
