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
  const { me, scope, meeting, about, texts, sheetOfText, sheetOfMinutes } = useSheets(of)
  const queries = useQueries()
  const chosen = () => of.text() ?? 'none-0000'
  const resolution = queries.state('resolution', scope, chosen)
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
        return { sheets: [], slips: Array.from({ length: voters }, () => ballotLines(t('ballotFor'))) }
      }
      default:
        return kind satisfies never
    }
  }
  const reading = computed(() => meeting.value === undefined || me.reading.value)
  return { printed, texts, reading }
}

/** Guests, and the members who are not suspended. */
const invited = ({ meeting, people }: About): string[] => [
  ...meeting.guests.map(({ name }) => name),
  ...people.filter(({ status }) => status !== 'suspended').map(({ name }) => name),
]
