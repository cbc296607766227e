import { computed, type Ref } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import { canonicalHash } from '#shared/rules/canonical.ts'
import { expandDerived } from '#shared/papers/derived.ts'
import {
  attendancePaper,
  ballotLines,
  invitationPaper,
  noticePaper,
  runSheet,
  type About,
} from '#shared/papers/meeting-papers.ts'
import { asRead, type PutIn } from '#shared/papers/names.ts'
import { issuerOf, minutesPaper, textPaper } from '#shared/papers/official-paper.ts'
import type { Sheet } from '#shared/papers/sheet.ts'
import type { Adoptable, Seal } from '#shared/records/adoption.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { minutesOf } from '#shared/records/minutes.ts'
import { NUMBERS } from '#shared/records/numbers.ts'
import { cellScope } from '#shared/records/scope.ts'
import { personOfItem } from '#shared/rules/meeting/people-vote.ts'
import { localDay } from '#client/i18n/dates.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { everywhere } from '#client/i18n/vi/everywhere.ts'
import { meetingPapers as words } from '#client/i18n/vi/meeting-papers.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { useFacts } from '#client/features/meetings/facts.ts'
import { usePutIn } from '#client/features/meetings/put-in.ts'

export const PAPERS = [
  'text',
  'minutes',
  'notice',
  'invitations',
  'attendance',
  'runSheet',
  'ballots',
] as const
export type PaperKind = (typeof PAPERS)[number]
/** What is shown: whole pages, or slips that are cut apart. */
export type Printed = { sheets: readonly Sheet[]; slips: readonly Content[] }

const t = wordsOf('meetingPapers', words)
const w = wordsOf('everywhere', everywhere)

/** Every paper of a meeting, made from what this phone has. */
export function usePapers(of: { unit: () => UnitId; record: () => RecordId; text: () => RecordId | null }): {
  printed: (kind: PaperKind) => Printed
  texts: Ref<readonly { record: RecordId; title: string }[]>
  reading: Ref<boolean>
} {
  const me = useMe()
  const queries = useQueries()
  const scope = () => cellScope(of.unit())
  const none = () => of.text() ?? 'none-0000'
  const meeting = queries.state('meeting', scope, of.record)
  const minutes = queries.state('minutes', scope, () => minutesOf(of.record()))
  const minutesText = queries.content(scope, () => minutesOf(of.record()))
  const resolution = queries.state('resolution', scope, none)
  const draft = queries.content(scope, none)
  const numbers = queries.state('numbers', scope, () => NUMBERS)
  const rows = queries.rows(scope, 'resolution')
  const facts = useFacts(scope, () => meeting.value)

  const guestOf = (id: string) => meeting.value?.guests.find((one) => one.id === id)?.name ?? null
  const nameOf = (id: string) => me.nameOf(id) ?? guestOf(id) ?? w('someone')
  const putIn = (sealed: () => Seal | undefined) =>
    usePutIn({
      ...{ scope, record: of.record, meeting: () => meeting.value, sealed, nameOf },
      isKnown: (id) => (me.nameOf(id) ?? guestOf(id)) !== null,
    })
  const inText = putIn(() => resolution.value?.sealed)
  const inMinutes = putIn(() => minutes.value?.sealed)
  const roster = computed(() => me.rosterOf(of.unit()))
  const people = computed(() => [...(roster.value?.people ?? [])].sort(byGivenName))
  const given = computed(() =>
    roster.value ? { issuer: issuerOf(roster.value), day: localDay(Date.now()), nameOf } : null,
  )
  const about = computed((): About | null => {
    if (!meeting.value || !given.value) return null
    const secretary = people.value.find(({ duties }) => duties.includes('secretary'))?.id ?? null
    return { meeting: meeting.value, people: people.value, secretary, ...given.value }
  })
  const numberOf = (record: RecordId) => numbers.value?.taken.find((one) => one.record === record) ?? null
  const whole = (content: Content): Content => (facts.value ? expandDerived(content, facts.value) : content)
  const read = ({ adopted, sealed, ...state }: Adoptable, put: PutIn): Adoptable => ({
    ...state,
    ...(adopted ? { adopted: { ...adopted, content: asRead(adopted.content, put) } } : {}),
    ...(sealed ? { sealed: { ...sealed, content: asRead(sealed.content, put) } } : {}),
  })
  const waits = () => ({ signing: t('unsigned'), confirming: t('waits'), withdrawn: t('withdrawn') })
  const sealedAs = (state: Adoptable): Pick<Sheet, 'seal'> =>
    state.sealed
      ? {
          seal: {
            hash: t('hash', { hash: canonicalHash(state.sealed.content).slice(0, 16) }),
            address: `${me.profile.value?.serverUrl ?? ''}/v/${state.sealed.slug}`,
          },
        }
      : {}

  const texts = computed(() => {
    const named = new Set([
      ...(meeting.value?.votes.flatMap(({ about: what }) => (what.what === 'text' ? [what.record] : [])) ??
        []),
      ...(meeting.value?.agenda.flatMap(({ text }) => (text === undefined ? [] : [text])) ?? []),
    ])
    return (rows.value ?? []).flatMap((row) =>
      row.kind === 'resolution' && named.has(row.record) ? [{ record: row.record, title: row.title }] : [],
    )
  })

  function printed(kind: PaperKind): Printed {
    if (!about.value || !given.value) return { sheets: [], slips: [] }
    const pages = (...sheets: Sheet[]) => ({ sheets, slips: [] })
    switch (kind) {
      case 'text': {
        const state = resolution.value
        if (!state || !draft.value) return pages()
        const type = state.template === 'conclusion' ? 'KL' : 'NQ'
        const content = asRead(whole(draft.value), inText.value)
        const text = {
          type,
          title: state.title,
          draft: content,
          state: read(state, inText.value),
          number: numberOf(none()),
          waits: waits(),
        } as const
        return pages({
          ...textPaper(text, { ...given.value, nameOf: inText.value.nameOf }),
          ...sealedAs(state),
        })
      }
      case 'minutes': {
        const state = minutes.value
        if (!state) return pages()
        const content = asRead(whole(minutesText.value ?? []), inMinutes.value)
        const paper = {
          content,
          state: read(state, inMinutes.value),
          meeting: about.value.meeting,
          number: numberOf(minutesOf(of.record())),
          waits: waits(),
        }
        return pages({
          ...minutesPaper(paper, { ...given.value, nameOf: inMinutes.value.nameOf }),
          ...sealedAs(state),
        })
      }
      case 'notice':
        return pages(noticePaper(about.value))
      case 'invitations':
        return pages(...invited(about.value).map((name) => invitationPaper(about.value as About, name)))
      case 'attendance':
        return pages(attendancePaper(about.value))
      case 'runSheet':
        return pages(runSheet(about.value))
      case 'ballots': {
        const voters = people.value.filter(
          ({ status }) => status === 'official' || status === 'exempt',
        ).length
        const asked = questions(about.value.meeting)
        return {
          sheets: [],
          slips: asked.flatMap((one) => Array.from({ length: voters }, () => ballotLines(one))),
        }
      }
      default:
        return kind satisfies never
    }
  }
  const reading = computed(() => meeting.value === undefined || me.reading.value)
  return { printed, texts, reading }
}

/** One ballot asks one question: each matter of a person on the agenda has its own, else the line is open. */
function questions({ agenda }: Meeting): string[] {
  const matters = agenda.filter((item) => personOfItem(item))
  return matters.length === 0 ? [t('ballotFor')] : matters.map(({ title }) => t('ballotAbout', { title }))
}

/** Guests, and the members who are not suspended. */
const invited = ({ meeting, people }: About): string[] => [
  ...meeting.guests.map(({ name }) => name),
  ...people.filter(({ status }) => status !== 'suspended').map(({ name }) => name),
]
