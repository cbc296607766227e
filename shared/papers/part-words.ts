import type { Day } from '#shared/records/local-time.ts'
import type { ContributionKind, Meeting, MeetingType } from '#shared/records/meeting.ts'
import type { TaskRow } from '#shared/records/row.ts'
import type { Grade } from '#shared/rulesets/score-cards.ts'
import { dateWords } from './writing.ts'

type Counted = { all: number; official: number; probationary: number }
type Count = { for: number; against: number; other: number; base: number; percent: number; carried: boolean }

/** The sentences of the parts that write themselves, in one language. */
export type PartWords = {
  opening: (of: { hour: string; day: Day; place: string; cell: string; meeting: Meeting }) => string
  /** That it was entered from the paper book, and when. */
  fromPaper: (day: Day) => string
  chair: string
  minuteTaker: string
  guests: string
  total: (n: Counted) => string
  present: (n: Counted) => string
  excused: (n: number) => string
  unexcused: (n: number) => string
  unmarked: (n: number) => string
  late: (n: number) => string
  leftEarly: (n: number) => string
  exemptPresent: (n: number) => string
  exemptAbsent: (n: number) => string
  temporarilyOut: (n: number) => string
  temporarilyIn: (n: number) => string
  fees: (n: { paid: number; of: number }) => string
  /** Of a resolution, in one line; null before anybody was counted. */
  headcount: (n: { all: number; here: number } | null) => string
  presents: string
  says: Readonly<Record<ContributionKind, string>>
  selfCriticism: string
  conclusion: string
  vote: string
  about: Readonly<Record<'score' | 'agenda' | 'minutes', string>>
  count: (n: Count) => string
  until: (day: Day | undefined) => string
  report: (month: string | undefined) => string
  score: (of: { points: number; grade: string }) => string
  grades: Readonly<Record<Grade, string>>
  readBack: string
  end: (hour: string) => string
  resultHead: readonly [string, string, string, string]
  permanent: string
  /** State at the start: carried over from an earlier month, with its deadline or none. */
  underWay: (since: string) => string
  dated: (day: Day) => string
  result: (task: TaskRow) => string
}

const slashed = (day: Day): string => day.split('-').reverse().join('/')
const monthOf = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`
const comma = (percent: number): string => String(percent).replace('.', ',')

const TYPES_VI: Readonly<Record<MeetingType, string>> = {
  regular: 'sinh hoạt thường kỳ',
  thematic: 'sinh hoạt chuyên đề',
  extraordinary: 'sinh hoạt bất thường',
  committee: 'họp chi ủy',
}

const VI: PartWords = {
  opening: ({ hour, day, place, cell, meeting }) =>
    `Hôm nay, hồi ${hour}, ${dateWords(day)}, tại ${place}, ${cell} tổ chức ${TYPES_VI[meeting.type]} tháng ${monthOf(meeting.month)}${meeting.topic === undefined ? '' : `: ${meeting.topic}`}.`,
  fromPaper: (day) => `(Nhập sau từ sổ giấy, ngày ${slashed(day)}.)`,
  chair: 'Chủ trì: đồng chí ',
  minuteTaker: 'Thư ký: đồng chí ',
  guests: 'Đại biểu dự: ',
  total: ({ all, official, probationary }) =>
    `Tổng số đảng viên: ${all} đồng chí; trong đó chính thức ${official}, dự bị ${probationary}.`,
  present: ({ all, official, probationary }) =>
    `Có mặt: ${all} đồng chí (chính thức ${official}, dự bị ${probationary}).`,
  excused: (n) => `Vắng có lý do: ${n} đồng chí: `,
  unexcused: (n) => `Vắng không lý do: ${n} đồng chí: `,
  unmarked: (n) => `Chưa điểm danh: ${n} đồng chí: `,
  late: (n) => `Đến muộn: ${n} đồng chí: `,
  leftEarly: (n) => `Về sớm: ${n} đồng chí: `,
  exemptPresent: (n) => `Được miễn sinh hoạt, có mặt: ${n} đồng chí: `,
  exemptAbsent: (n) => `Được miễn sinh hoạt: ${n} đồng chí: `,
  temporarilyOut: (n) => `Sinh hoạt tạm thời nơi khác: ${n} đồng chí: `,
  temporarilyIn: (n) => `Sinh hoạt tạm thời tại chi bộ: ${n} đồng chí: `,
  fees: ({ paid, of }) => `Đảng phí: ${paid}/${of} đồng chí đã đóng.`,
  headcount: (n) =>
    `Tổng số đảng viên: ${n?.all ?? '…'}; có mặt: ${n?.here ?? '…'}; vắng: ${n ? n.all - n.here : '…'}.`,
  presents: ' trình bày.',
  says: {
    opinion: ': ',
    question: ' hỏi: ',
    recommendation: ' kiến nghị: ',
    praise: ' biểu dương: ',
    reminder: ' nhắc nhở: ',
  },
  selfCriticism: ' tự phê bình trước chi bộ: ',
  conclusion: 'Kết luận: ',
  vote: 'Biểu quyết: ',
  about: { score: 'điểm tự chấm buổi sinh hoạt', agenda: 'chương trình', minutes: 'biên bản' },
  count: (n) =>
    `tán thành ${n.for}, không tán thành ${n.against}, ý kiến khác ${n.other}; đạt ${comma(n.percent)} % trên ${n.base} đồng chí được tính; ${n.carried ? 'được thông qua' : 'không được thông qua'}.`,
  until: (day) => (day === undefined ? '' : `; thời hạn ${slashed(day)}`),
  report: (month) => (month === undefined ? '' : `; báo cáo tại kỳ sinh hoạt tháng ${monthOf(month)}`),
  score: ({ points, grade }) => `Chi bộ tự chấm buổi sinh hoạt ${comma(points)} điểm, xếp loại ${grade}.`,
  grades: { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' },
  readBack: 'Biên bản đã được đọc trước chi bộ và được thông qua.',
  end: (hour) => `Buổi sinh hoạt kết thúc hồi ${hour} cùng ngày.`,
  resultHead: ['TT', 'Nhiệm vụ', 'Tình trạng ban đầu', 'Kết quả'],
  permanent: 'Thường xuyên',
  underWay: (since) => `Đang thực hiện; ${since.toLocaleLowerCase('vi')}`,
  dated: (day) => `Hạn ${slashed(day)}`,
  result: ({ state, result, reports }) => {
    if (state === 'confirmed') return result ?? 'Hoàn thành'
    if (state === 'done') return result === undefined ? 'Báo đã xong' : `Báo đã xong: ${result}`
    return reports > 0 ? 'Đang thực hiện' : 'Chưa có báo cáo'
  },
}

const EN: PartWords = {
  opening: ({ day, place, cell, meeting, hour }) =>
    `On ${slashed(day)} at ${hour.replace(' giờ', ' h').replace(' phút', ' min')}, in ${place}, ${cell} held its ${{ regular: 'regular', thematic: 'thematic', extraordinary: 'extraordinary', committee: 'committee' }[meeting.type]} meeting of ${monthOf(meeting.month)}${meeting.topic === undefined ? '' : `: ${meeting.topic}`}.`,
  fromPaper: (day) => `(Entered from the paper book on ${slashed(day)}.)`,
  chair: 'Chair: comrade ',
  minuteTaker: 'Minute-taker: comrade ',
  guests: 'Guests: ',
  total: (n) => `Members: ${n.all}, of them ${n.official} official and ${n.probationary} on probation.`,
  present: (n) => `Present: ${n.all} (${n.official} official, ${n.probationary} on probation).`,
  excused: (n) => `Absent with reason: ${n}: `,
  unexcused: (n) => `Absent without reason: ${n}: `,
  unmarked: (n) => `Not marked at the roll call: ${n}: `,
  late: (n) => `Late: ${n}: `,
  leftEarly: (n) => `Left early: ${n}: `,
  exemptPresent: (n) => `Exempt, present: ${n}: `,
  exemptAbsent: (n) => `Exempt: ${n}: `,
  temporarilyOut: (n) => `Temporarily elsewhere: ${n}: `,
  temporarilyIn: (n) => `Temporarily here: ${n}: `,
  fees: ({ paid, of }) => `Party fees: ${paid} of ${of} have paid.`,
  headcount: (n) =>
    `Members: ${n?.all ?? '…'}; present: ${n?.here ?? '…'}; absent: ${n ? n.all - n.here : '…'}.`,
  presents: ' presented it.',
  says: {
    opinion: ': ',
    question: ' asked: ',
    recommendation: ' recommended: ',
    praise: ' praised: ',
    reminder: ' reminded: ',
  },
  selfCriticism: ' made self-criticism before the cell: ',
  conclusion: 'Conclusion: ',
  vote: 'Vote: ',
  about: { score: 'the meeting’s own score', agenda: 'the agenda', minutes: 'the minutes' },
  count: (n) =>
    `${n.for} for, ${n.against} against, ${n.other} other; ${n.percent} % of ${n.base}; ${n.carried ? 'adopted' : 'not adopted'}.`,
  until: (day) => (day === undefined ? '' : `; until ${slashed(day)}`),
  report: (month) => (month === undefined ? '' : `; to be reported at the meeting of ${monthOf(month)}`),
  score: ({ points, grade }) => `The cell gave the meeting ${points} points, grade ${grade}.`,
  grades: { good: 'good', fair: 'fair', average: 'average', poor: 'poor' },
  readBack: 'The minutes were read to the cell and adopted.',
  end: (hour) => `The meeting ended at ${hour.replace(' giờ', ' h').replace(' phút', ' min')}.`,
  resultHead: ['No.', 'Task', 'State at start', 'Result'],
  permanent: 'Permanent',
  underWay: (since) => `Under way; ${since.toLowerCase()}`,
  dated: (day) => `Due ${slashed(day)}`,
  result: ({ state, result, reports }) =>
    state === 'confirmed' || state === 'done'
      ? (result ?? 'Done')
      : reports > 0
        ? 'Under way'
        : 'No report yet',
}

const DE: PartWords = {
  ...EN,
  opening: ({ day, place, cell, meeting, hour }) =>
    `Am ${slashed(day)} um ${hour.replace(' giờ', ' Uhr').replace(' phút', '')} hielt ${cell} in ${place} die ${{ regular: 'ordentliche', thematic: 'thematische', extraordinary: 'außerordentliche', committee: 'Komitee-' }[meeting.type]} Sitzung ${monthOf(meeting.month)} ab${meeting.topic === undefined ? '' : `: ${meeting.topic}`}.`,
  fromPaper: (day) => `(Am ${slashed(day)} aus dem Papierbuch eingetragen.)`,
  chair: 'Vorsitz: Genosse ',
  minuteTaker: 'Protokoll: Genosse ',
  guests: 'Gäste: ',
  total: (n) => `Mitglieder: ${n.all}, davon ${n.official} Vollmitglieder und ${n.probationary} auf Probe.`,
  present: (n) => `Anwesend: ${n.all} (${n.official} Vollmitglieder, ${n.probationary} auf Probe).`,
  excused: (n) => `Entschuldigt abwesend: ${n}: `,
  unexcused: (n) => `Unentschuldigt abwesend: ${n}: `,
  unmarked: (n) => `Ohne Vermerk: ${n}: `,
  late: (n) => `Später gekommen: ${n}: `,
  leftEarly: (n) => `Früher gegangen: ${n}: `,
  exemptPresent: (n) => `Befreit, anwesend: ${n}: `,
  exemptAbsent: (n) => `Befreit: ${n}: `,
  temporarilyOut: (n) => `Vorübergehend woanders: ${n}: `,
  temporarilyIn: (n) => `Vorübergehend hier: ${n}: `,
  fees: ({ paid, of }) => `Parteibeitrag: ${paid} von ${of} haben gezahlt.`,
  headcount: (n) =>
    `Mitglieder: ${n?.all ?? '…'}; anwesend: ${n?.here ?? '…'}; abwesend: ${n ? n.all - n.here : '…'}.`,
  presents: ' trug vor.',
  says: {
    opinion: ': ',
    question: ' fragte: ',
    recommendation: ' empfahl: ',
    praise: ' lobte: ',
    reminder: ' ermahnte: ',
  },
  selfCriticism: ' übte Selbstkritik vor der Zelle: ',
  conclusion: 'Schlussfolgerung: ',
  vote: 'Abstimmung: ',
  about: { score: 'die eigenen Punkte der Sitzung', agenda: 'die Tagesordnung', minutes: 'das Protokoll' },
  count: (n) =>
    `${n.for} dafür, ${n.against} dagegen, ${n.other} andere; ${comma(n.percent)} % von ${n.base}; ${n.carried ? 'angenommen' : 'nicht angenommen'}.`,
  until: (day) => (day === undefined ? '' : `; Frist ${slashed(day)}`),
  report: (month) => (month === undefined ? '' : `; Bericht in der Sitzung ${monthOf(month)}`),
  score: ({ points, grade }) => `Die Zelle gab der Sitzung ${comma(points)} Punkte, Stufe ${grade}.`,
  grades: { good: 'gut', fair: 'befriedigend', average: 'mittel', poor: 'schwach' },
  readBack: 'Das Protokoll wurde der Zelle vorgelesen und angenommen.',
  end: (hour) => `Die Sitzung endete um ${hour.replace(' giờ', ' Uhr').replace(' phút', '')}.`,
  resultHead: ['Nr.', 'Aufgabe', 'Stand zu Beginn', 'Ergebnis'],
  permanent: 'Ständig',
  underWay: (since) => `In Arbeit; ${since}`,
  dated: (day) => `Frist ${slashed(day)}`,
  result: ({ state, result, reports }) =>
    state === 'confirmed' || state === 'done'
      ? (result ?? 'Erledigt')
      : reports > 0
        ? 'In Arbeit'
        : 'Noch kein Bericht',
}

const LANGUAGES = { vi: VI, en: EN, de: DE } as const
export const partWords = (language: keyof typeof LANGUAGES): PartWords => LANGUAGES[language]
