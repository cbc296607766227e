import { computed } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import { canonicalHash } from '#shared/rules/canonical.ts'
import { expandDerived } from '#shared/papers/derived.ts'
import type { About } from '#shared/papers/meeting-papers.ts'
import { asRead } from '#shared/papers/names.ts'
import { issuerOf, minutesPaper, textPaper } from '#shared/papers/official-paper.ts'
import type { Sheet } from '#shared/papers/sheet.ts'
import type { Adoptable, Seal } from '#shared/records/adoption.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { minutesOf } from '#shared/records/minutes.ts'
import { NUMBERS } from '#shared/records/numbers.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import type { ResolutionRow, Row } from '#shared/records/row.ts'
import { cellScope } from '#shared/records/scope.ts'
import { localDay } from '#client/i18n/dates.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { everywhere } from '#client/i18n/vi/everywhere.ts'
import { meetingPapers as words } from '#client/i18n/vi/meeting-papers.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { useFacts } from '#client/features/meetings/facts.ts'
import { usePutIn } from '#client/features/meetings/put-in.ts'

const t = wordsOf('meetingPapers', words)
const w = wordsOf('everywhere', everywhere)

type Of = {
  unit: () => UnitId
  record: () => RecordId
  /** Of the texts that are shown, whose names as printed come first. */
  seals: () => readonly (Seal | undefined)[]
}

/** What the papers of one meeting are made from, and the making of those that are texts. */
export function useSheets(of: Of) {
  const me = useMe()
  const queries = useQueries()
  const scope = () => cellScope(of.unit())
  const meeting = queries.state('meeting', scope, of.record)
  const minutes = queries.state('minutes', scope, () => minutesOf(of.record()))
  const minutesText = queries.content(scope, () => minutesOf(of.record()))
  const numbers = queries.state('numbers', scope, () => NUMBERS)
  const rows = queries.rows(scope, 'resolution')
  const facts = useFacts(scope, () => meeting.value)

  const guestOf = (id: string) => meeting.value?.guests.find((one) => one.id === id)?.name ?? null
  const nameOf = (id: string) => me.nameOf(id) ?? guestOf(id) ?? w('someone')
  const put = usePutIn({
    ...{ scope, record: of.record, meeting: () => meeting.value, nameOf },
    seals: () => [minutes.value?.sealed, ...of.seals()],
    isKnown: (id) => (me.nameOf(id) ?? guestOf(id)) !== null,
  })
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
  const texts = computed(() => textsOf(meeting.value, rows.value))

  const numberOf = (record: RecordId) => numbers.value?.taken.find((one) => one.record === record) ?? null
  const whole = (content: Content): Content => (facts.value ? expandDerived(content, facts.value) : content)
  const read = ({ adopted, sealed, ...state }: Adoptable): Adoptable => ({
    ...state,
    ...(adopted ? { adopted: { ...adopted, content: asRead(adopted.content, put.value) } } : {}),
    ...(sealed ? { sealed: { ...sealed, content: asRead(sealed.content, put.value) } } : {}),
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

  /** A resolution or conclusion on its way, or null while it or the roster is not here. */
  function sheetOfText(record: RecordId, state?: Resolution | null, draft?: Content | null): Sheet | null {
    if (!state || !draft || !given.value) return null
    const text = {
      ...{ type: state.template === 'conclusion' ? ('KL' as const) : ('NQ' as const), title: state.title },
      ...{ draft: asRead(whole(draft), put.value), state: read(state), number: numberOf(record) },
      waits: waits(),
    }
    return { ...textPaper(text, { ...given.value, nameOf: put.value.nameOf }), ...sealedAs(state) }
  }

  /** The minutes as they stand, or null before they were begun. */
  function sheetOfMinutes(): Sheet | null {
    const state = minutes.value
    if (!state || !about.value || !given.value) return null
    const paper = {
      content: asRead(whole(minutesText.value ?? []), put.value),
      state: read(state),
      meeting: about.value.meeting,
      number: numberOf(minutesOf(of.record())),
      waits: waits(),
    }
    return { ...minutesPaper(paper, { ...given.value, nameOf: put.value.nameOf }), ...sealedAs(state) }
  }
  return { me, scope, meeting, minutes, rows, about, texts, sheetOfText, sheetOfMinutes }
}

/** Texts on a meeting's agenda or voted in it. */
export function textsOf(
  meeting: Meeting | null | undefined,
  rows: readonly Row[] | undefined,
): ResolutionRow[] {
  const voted = meeting?.votes.flatMap(({ about }) => (about.what === 'text' ? [about.record] : [])) ?? []
  const planned = meeting?.agenda.flatMap(({ text }) => (text === undefined ? [] : [text])) ?? []
  const named = new Set([...voted, ...planned])
  return (rows ?? []).flatMap((row) => (row.kind === 'resolution' && named.has(row.record) ? [row] : []))
}
