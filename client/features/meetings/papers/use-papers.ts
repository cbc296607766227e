import { computed, type Ref } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import {
  attendancePaper,
  ballotLines,
  invitationPaper,
  noticePaper,
  runSheet,
  type About,
} from '#shared/papers/meeting-papers.ts'
import type { Sheet } from '#shared/papers/sheet.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { cellScope } from '#shared/records/scope.ts'
import { personOfItem } from '#shared/rules/meeting/people-vote.ts'
import { meetingPapers as words } from '#client/i18n/vi/meeting-papers.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { useSheets } from './use-sheets.ts'

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
const pages = (...sheets: readonly (Sheet | null)[]): Printed => ({
  sheets: sheets.filter((one) => one !== null),
  slips: [],
})

/** Every paper of a meeting, made from what this phone has. */
export function usePapers(of: { unit: () => UnitId; record: () => RecordId; text: () => RecordId | null }): {
  printed: (kind: PaperKind) => Printed
  texts: Ref<readonly { record: RecordId; title: string }[]>
  reading: Ref<boolean>
} {
  const queries = useQueries()
  const chosen = () => of.text() ?? 'none-0000'
  const resolution = queries.state('resolution', () => cellScope(of.unit()), chosen)
  const { me, scope, meeting, about, texts, sheetOfText, sheetOfMinutes } = useSheets({
    ...of,
    seals: () => [resolution.value?.sealed],
  })
  const draft = queries.content(scope, chosen)

  function printed(kind: PaperKind): Printed {
    const known = about.value
    if (!known) return pages()
    switch (kind) {
      case 'text':
        return pages(sheetOfText(chosen(), resolution.value, draft.value))
      case 'minutes':
        return pages(sheetOfMinutes())
      case 'notice':
        return pages(noticePaper(known))
      case 'invitations':
        return pages(...invited(known).map((name) => invitationPaper(known, name)))
      case 'attendance':
        return pages(attendancePaper(known))
      case 'runSheet':
        return pages(runSheet(known))
      case 'ballots': {
        const voters = known.people.filter(
          ({ status }) => status === 'official' || status === 'exempt',
        ).length
        const asked = questions(known.meeting)
        const slips = asked.flatMap((one) => Array.from({ length: voters }, () => ballotLines(one)))
        return { sheets: [], slips }
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
