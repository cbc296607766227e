import type { Content } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'
import { dayOf, type Day } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import { LAYOUT_2026 } from '#shared/rulesets/paper-layout.ts'
import { line, table, type Stretch } from './lines.ts'
import {
  headingOf,
  meetingWords,
  onBehalf,
  placeDateOf,
  recipientsOf,
  type Issuer,
} from './official-paper.ts'
import type { Sheet } from './sheet.ts'
import { dateWords, hourWords, itemLetter } from './writing.ts'

export type About = {
  meeting: Meeting
  issuer: Issuer
  people: readonly Pick<RosterPerson, 'id' | 'name' | 'status'>[]
  secretary: PersonId | null
  nameOf: (person: PersonId) => string
  /** Today, for papers that are written today. */
  day: Day
}

/** The notice to every member: time, place, agenda, what to prepare. */
export function noticePaper(about: About): Sheet {
  const { meeting, nameOf } = about
  const items = meeting.agenda.map(({ title, presenter }, i) =>
    line([
      `${itemLetter(i + 1)}) ${title}`,
      ...(presenter === undefined ? [] : [` (đồng chí ${nameOf(presenter)})`]),
      ';',
    ]),
  )
  return {
    ...official(about, 'TB'),
    summary: `về việc ${meetingWords(meeting)}`,
    body: [
      line([`Chi bộ thông báo ${meetingWords(meeting)} như sau:`]),
      line([{ bold: '1. Thời gian: ' }, whenWords(meeting)]),
      line([{ bold: '2. Địa điểm: ' }, `${meeting.place}.`]),
      line([{ bold: '3. Nội dung:' }]),
      ...items,
      line([{ bold: '4. Chuẩn bị: ' }, 'đảng viên đọc trước tài liệu, chuẩn bị ý kiến và dự đúng giờ.']),
    ],
    recipients: recipientsOf(about.issuer),
  }
}

/** The agenda for everybody: what and who; how long and how to ask is the chair's own sheet. */
export function agendaPaper(about: About): Sheet {
  const { meeting, nameOf } = about
  const items = meeting.agenda.map(({ title, presenter }) =>
    line([title, ...(presenter === undefined ? [] : [` (đồng chí ${nameOf(presenter)})`]), ';'], 'number'),
  )
  return {
    ...official(about, 'CTr'),
    name: `Chương trình ${meetingWords(meeting)}`,
    summary: meetingWords(meeting),
    body: [
      line([{ bold: 'Thời gian: ' }, whenWords(meeting)]),
      line([{ bold: 'Địa điểm: ' }, `${meeting.place}.`]),
      line([{ bold: 'Nội dung:' }]),
      ...items,
    ],
    recipients: [],
  }
}

/** An invitation for one person, a guest or a member. */
export function invitationPaper(about: About, name: string): Sheet {
  const { meeting } = about
  return {
    ...official(about, 'GM'),
    body: [
      line(['Kính mời đồng chí: ', { bold: name }]),
      line([`Dự ${meetingWords(meeting)}${meeting.topic === undefined ? '' : `: ${meeting.topic}`}.`]),
      line([{ bold: 'Thời gian: ' }, whenWords(meeting)]),
      line([{ bold: 'Địa điểm: ' }, `${meeting.place}.`]),
      line(['Rất mong đồng chí đến dự đúng giờ.']),
    ],
    recipients: [],
  }
}

/** A sheet to sign on coming in; empty columns are for ink. */
export function attendancePaper(about: About): Sheet {
  const { meeting, people } = about
  const rows = people
    .filter(({ status }) => status !== 'suspended')
    .map(({ name, status }, i): Stretch[][] => [[String(i + 1)], [name], [STATUS[status] ?? ''], [''], ['']])
  const head: Stretch[][] = ['TT', 'Họ và tên', 'Đảng viên', 'Ký tên', 'Ghi chú'].map((bold) => [{ bold }])
  return {
    ...official(about, 'BB'),
    name: `Diem-danh-${meeting.month}`,
    type: 'DANH SÁCH ĐIỂM DANH',
    summary: meetingWords(meeting),
    body: [line([{ bold: 'Thời gian: ' }, whenWords(meeting)]), table([head, ...rows])],
    signatures: { left: { lines: ['THƯ KÝ'], name: '' }, right: { lines: ['CHỦ TRÌ'], name: '' } },
    recipients: [],
  }
}

/** One page for whoever chairs: what, who, how long, by when. */
export function runSheet(about: About): Sheet {
  const { meeting, nameOf } = about
  let minute = Number(meeting.startsAt.slice(11, 13)) * 60 + Number(meeting.startsAt.slice(14, 16))
  const rows = meeting.agenda.map(({ title, presenter, minutes, guide }, i): Stretch[][] => {
    const at = clock(minute)
    minute += minutes
    return [
      [String(i + 1)],
      [at],
      [title + (guide === undefined ? '' : ` (${guide})`)],
      [presenter === undefined ? '' : nameOf(presenter)],
      [`${minutes}’`],
    ]
  })
  const head: Stretch[][] = ['TT', 'Giờ', 'Nội dung', 'Người trình bày', 'Phút'].map((bold) => [{ bold }])
  return {
    ...official(about, 'CTr'),
    summary: meetingWords(meeting),
    body: [
      line([{ bold: 'Thời gian: ' }, whenWords(meeting)]),
      line([{ bold: 'Địa điểm: ' }, `${meeting.place}.`]),
      table([head, ...rows]),
    ],
    recipients: [],
  }
}

/** What one ballot asks: for, against, other; several stand on a page and are cut apart. */
export function ballotLines(question: string): Content {
  return [
    line([{ bold: 'PHIẾU BIỂU QUYẾT' }], 'heading', 0),
    line([question]),
    line(['☐ Tán thành']),
    line(['☐ Không tán thành']),
    line(['☐ Ý kiến khác']),
    line([{ italic: 'Đánh dấu X vào một ô. Phiếu không ghi tên.' }]),
  ]
}

/** `19 giờ 30 phút, ngày 03 tháng 12 năm 2026.` */
const whenWords = ({ startsAt }: Meeting): string => `${hourWords(startsAt)}, ${dateWords(dayOf(startsAt))}.`
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const STATUS: Partial<Record<RosterPerson['status'], string>> = {
  official: 'chính thức',
  probationary: 'dự bị',
  exempt: 'miễn sinh hoạt',
  temporarilyOut: 'tạm thời nơi khác',
  temporarilyIn: 'tạm thời đến',
}

function official(
  { meeting, issuer, secretary, nameOf, day }: About,
  type: keyof typeof LAYOUT_2026.names.value,
) {
  const signer = secretary === null ? undefined : { person: secretary, post: 'secretary' as const }
  return {
    name: `${type}-${meeting.month}`,
    ...headingOf(issuer),
    placeDate: placeDateOf(issuer, day),
    type: LAYOUT_2026.names.value[type],
    hyphens: !LAYOUT_2026.withoutHyphens.value.includes(type),
    signatures: { right: onBehalf(signer, nameOf) },
    marks: [],
  } satisfies Partial<Sheet>
}
