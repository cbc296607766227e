import type { Adoptable, PaperNumber, PaperType, Signer } from '#shared/records/adoption.ts'
import type { Content } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Roster } from '#shared/records/roster.ts'
import { LAYOUT_2026 } from '#shared/rulesets/paper-layout.ts'
import type { Sheet, Signature } from './sheet.ts'
import { dateWords, draftLine, ended, numberLine, spelled } from './writing.ts'

/** Who issues it and who is above: what every heading of a cell's paper is made of. */
export type Issuer = { cell: string; superior: string; place: string }

export function issuerOf({ unit, superior }: Roster): Issuer {
  return { cell: unit.name, superior: superior?.name ?? '', place: placeOf(superior?.name ?? unit.name) }
}

type Given = {
  issuer: Issuer
  day: Day
  nameOf: (person: PersonId) => string
}

/** [Y8] Left the superior body and, in bold, the issuing one; right the party's name; the place is the commune's. */
export function headingOf({ cell, superior }: Issuer): Pick<Sheet, 'left' | 'motto'> {
  return {
    left: { superior: organisationOf(superior).toLocaleUpperCase('vi'), body: cell.toLocaleUpperCase('vi') },
    motto: LAYOUT_2026.motto.value,
  }
}

/** "Đảng bộ xã …": the heading names the organisation, not its committee. */
const organisationOf = (committee: string): string =>
  spelled(committee).replace(/^Đảng ủy(?=\s)/iu, 'Đảng bộ')

export const placeDateOf = ({ place }: Issuer, day: Day): string => `${place}, ${dateWords(day)}`

/**
 * A resolution or conclusion on its way: a draft, voted and to be signed, signed. What is signed stands on it, else what was
 * read, else the draft.
 */
export function textPaper(
  text: {
    type: PaperType
    title: string
    draft: Content
    state: Adoptable
    number: PaperNumber | null
    waits: Waits
  },
  { issuer, day, nameOf }: Given,
): Sheet {
  const { type, state, number } = text
  const { adopted, sealed } = state
  const content = sealed?.content ?? adopted?.content ?? text.draft
  const signer = sealed?.signers[0]
  return {
    name: `${type}-${text.title}`,
    ...headingOf(issuer),
    ...(number ? { number: numberLine(number) } : {}),
    placeDate: placeDateOf(issuer, sealed?.signedOn ?? day),
    type: LAYOUT_2026.names.value[type],
    summary: summaryOf(text.title),
    hyphens: !LAYOUT_2026.withoutHyphens.value.includes(type),
    body: content,
    signatures: { right: onBehalf(signer, nameOf) },
    recipients: recipientsOf(issuer),
    marks: marksOf(state, text.waits),
  }
}

/** [Y10] Minutes: no hyphens, the minute-taker signs left, the chair right. */
export function minutesPaper(
  minutes: {
    content: Content
    state: Adoptable
    meeting: Meeting
    number: PaperNumber | null
    waits: Waits
  },
  { issuer, day, nameOf }: Given,
): Sheet {
  const { meeting, state, number } = minutes
  const { sealed, adopted } = state
  const signs = (post: Signer['post']) => sealed?.signers.find((one) => one.post === post)?.person
  const left = signs('minuteTaker') ?? meeting.minuteTaker
  const right = signs('chair') ?? meeting.chairs.at(-1)
  return {
    name: `BB-${meeting.month}`,
    ...headingOf(issuer),
    ...(number ? { number: numberLine(number) } : {}),
    placeDate: placeDateOf(issuer, sealed?.signedOn ?? day),
    type: LAYOUT_2026.names.value.BB,
    summary: `${MEETINGS[meeting.type]} tháng ${Number(meeting.month.slice(5))} năm ${meeting.month.slice(0, 4)}`,
    hyphens: false,
    body: sealed?.content ?? adopted?.content ?? minutes.content,
    signatures: {
      left: { lines: ['THƯ KÝ'], name: left === undefined ? '' : nameOf(left) },
      right: { lines: ['CHỦ TRÌ'], name: right === undefined ? '' : nameOf(right) },
    },
    recipients: [],
    marks: marksOf(state, minutes.waits),
  }
}

/** What a paper says of itself while something is still to come. */
export type Waits = { signing: string; confirming: string; withdrawn: string }

/** [Y6, V5] A draft, then voted and waiting for its signatures, then for the server; then nothing, or that it was withdrawn. */
function marksOf({ adopted, sealed, withdrawn }: Adoptable, waits: Waits): string[] {
  if (withdrawn) return [waits.withdrawn]
  if (!adopted) return [draftLine(1)]
  if (!sealed) return [waits.signing]
  return sealed.seq === undefined ? [waits.confirming] : []
}

const MEETINGS = {
  regular: 'sinh hoạt chi bộ thường kỳ',
  thematic: 'sinh hoạt chi bộ chuyên đề',
  extraordinary: 'sinh hoạt chi bộ bất thường',
  committee: 'họp chi ủy',
} as const
export const meetingWords = (meeting: Pick<Meeting, 'type' | 'month'>): string =>
  `${MEETINGS[meeting.type]} tháng ${Number(meeting.month.slice(5))} năm ${meeting.month.slice(0, 4)}`

const POSTS: Readonly<Record<Signer['post'], string>> = {
  secretary: 'BÍ THƯ',
  deputy: 'PHÓ BÍ THƯ',
  committee: 'CHI ỦY VIÊN',
  chair: 'CHỦ TRÌ',
  minuteTaker: 'THƯ KÝ',
}

/** [Y9] `T/M CHI BỘ`, below it the post, never `K/T`; no stamp: a cell has none. */
export function onBehalf(signer: Signer | undefined, nameOf: (person: PersonId) => string): Signature {
  const post = POSTS[signer?.post ?? 'secretary']
  return { lines: ['T/M CHI BỘ', post], name: signer ? nameOf(signer.person) : '' }
}

/** [Y11] Ends with the cell's own file. */
export const recipientsOf = ({ superior }: Issuer): string[] => [
  `${spelled(superior)} (để báo cáo),`,
  'Các đảng viên,',
  ended('Lưu Chi bộ'),
]

/** "về …", as the line under the type says it; a name at its beginning keeps its capitals. */
function summaryOf(title: string): string {
  const text = title.trim()
  const named = /^\p{Lu}\S*\s+\p{Lu}/u.test(text)
  return named
    ? `về ${text}`
    : /^về\s/iu.test(text)
      ? text
      : `về ${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`
}

/** "Thanh Mộc" of "Đảng ủy xã Thanh Mộc". */
function placeOf(name: string): string {
  return name.replace(/^.*?(?:xã|phường|thị trấn|đặc khu)\s+/iu, '').trim()
}
