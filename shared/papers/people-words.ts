import type { Count, PeopleMatter, VoteForm } from '#shared/records/vote.ts'
import type { Majority } from '#shared/rulesets/ruleset.ts'

export type Language = 'vi' | 'en' | 'de'
type Told = { base: number; percent: number; count: Count }

/** The sentences of minutes about one person, around his name. */
export type PeopleWords = {
  asks: Readonly<Record<PeopleMatter, readonly [string, string]>>
  by: (form: VoteForm) => string
  counted: Readonly<Record<Majority['of'], (told: Told) => string>>
  share: (majority: Pick<Majority, 'share' | 'strict'>) => string
  needed: (of: { share: string; n: number }) => string
  follows: Readonly<Record<PeopleMatter, readonly [string, string]>>
  notCarried: string
  tooFew: (of: { entitled: number; needed: number }) => string
  unsettled: string
}

const comma = (percent: number): string => String(percent).replace('.', ',')

const share =
  (half: string, moreThan: string, atLeast: string): PeopleWords['share'] =>
  ({ share: [part, whole], strict }) => {
    if (strict) return part * 2 === whole ? half : `${moreThan} ${part}/${whole}`
    return `${atLeast} ${part}/${whole}`
  }

const VI: PeopleWords = {
  asks: {
    admission: ['Xét kết nạp quần chúng ', ' vào Đảng'],
    recognition: ['Xét công nhận đảng viên chính thức đối với đồng chí ', ''],
    exemption: ['Xét miễn công tác và sinh hoạt đảng đối với đồng chí ', ''],
    commendation: ['Xét biểu dương, khen thưởng đồng chí ', ''],
    strikingOff: ['Xét đề nghị xóa tên trong danh sách đảng viên đối với đồng chí ', ''],
  },
  by: (form) =>
    `; biểu quyết bằng ${{ hands: 'giơ tay', cards: 'giơ thẻ đảng viên', secretBallot: 'bỏ phiếu kín' }[form]}.`,
  counted: {
    allOfficial: ({ base, percent, count }) =>
      `Tính trên toàn bộ ${base} đảng viên chính thức: tán thành ${count.for} (${comma(percent)} %), không tán thành ${count.against}, ý kiến khác ${count.other}`,
    votingBase: ({ base, percent, count }) =>
      `Tính trên ${base} đồng chí: tán thành ${count.for} (${comma(percent)} %), không tán thành ${count.against}, ý kiến khác ${count.other}`,
  },
  share: share('quá nửa', 'quá', 'ít nhất'),
  needed: ({ share: part, n }) => `; cần ${part}, tức ${n}.`,
  follows: {
    admission: ['Chi bộ thống nhất đề nghị Đảng ủy xã xét, quyết định kết nạp quần chúng ', ' vào Đảng.'],
    recognition: [
      'Chi bộ thống nhất đề nghị Đảng ủy xã xét, công nhận đồng chí ',
      ' là đảng viên chính thức.',
    ],
    exemption: ['Chi bộ đồng ý để đồng chí ', ' được miễn công tác và sinh hoạt đảng, báo cáo Đảng ủy xã.'],
    commendation: ['Chi bộ quyết định biểu dương đồng chí ', '.'],
    strikingOff: ['Chi bộ đề nghị Đảng ủy xã xem xét, xóa tên đồng chí ', ' trong danh sách đảng viên.'],
  },
  notCarried: 'Số tán thành chưa đủ; việc này không được thông qua.',
  tooFew: ({ entitled, needed }) =>
    `Có mặt ${entitled} đồng chí được biểu quyết, ít hơn ${needed}; việc này chưa thông qua được.`,
  unsettled: 'Kết quả kiểm đếm chưa thống nhất.',
}

const EN: PeopleWords = {
  asks: {
    admission: ['Admission of ', ' to the Party'],
    recognition: ['Recognition of comrade ', ' as official member'],
    exemption: ['Exemption of comrade ', ' from work and meetings'],
    commendation: ['Commendation of comrade ', ''],
    strikingOff: ['Striking comrade ', ' off the list of members'],
  },
  by: (form) =>
    `; voted by ${{ hands: 'raised hands', cards: 'raised party cards', secretBallot: 'secret ballot' }[form]}.`,
  counted: {
    allOfficial: ({ base, percent, count }) =>
      `Of all ${base} official members: ${count.for} for (${percent} %), ${count.against} against, ${count.other} other`,
    votingBase: ({ base, percent, count }) =>
      `Of a base of ${base}: ${count.for} for (${percent} %), ${count.against} against, ${count.other} other`,
  },
  share: share('more than half', 'more than', 'at least'),
  needed: ({ share: part, n }) => `; needed: ${part}, which is ${n}.`,
  follows: {
    admission: ['The cell asks the commune committee to decide on admitting ', ' to the Party.'],
    recognition: ['The cell asks the commune committee to recognise comrade ', ' as official member.'],
    exemption: [
      'The cell agrees to exempt comrade ',
      ' from work and meetings and reports it to the commune committee.',
    ],
    commendation: ['The cell commends comrade ', '.'],
    strikingOff: ['The cell asks the commune committee to strike comrade ', ' off the list of members.'],
  },
  notCarried: 'Too few were for it; it is not adopted.',
  tooFew: ({ entitled, needed }) =>
    `${entitled} who may vote were present, fewer than ${needed}; it could not be adopted.`,
  unsettled: 'The count is not settled.',
}

const DE: PeopleWords = {
  asks: {
    admission: ['Aufnahme von ', ' in die Partei'],
    recognition: ['Anerkennung von Genosse ', ' als Vollmitglied'],
    exemption: ['Befreiung von Genosse ', ' von Arbeit und Sitzungen'],
    commendation: ['Auszeichnung von Genosse ', ''],
    strikingOff: ['Streichung von Genosse ', ' aus der Mitgliederliste'],
  },
  by: (form) =>
    `; abgestimmt durch ${{ hands: 'Handzeichen', cards: 'Kartenzeichen', secretBallot: 'geheime Wahl' }[form]}.`,
  counted: {
    allOfficial: ({ base, percent, count }) =>
      `Von allen ${base} Vollmitgliedern: ${count.for} dafür (${comma(percent)} %), ${count.against} dagegen, ${count.other} andere`,
    votingBase: ({ base, percent, count }) =>
      `Von ${base} Gezählten: ${count.for} dafür (${comma(percent)} %), ${count.against} dagegen, ${count.other} andere`,
  },
  share: share('mehr als die Hälfte', 'mehr als', 'mindestens'),
  needed: ({ share: part, n }) => `; nötig: ${part}, also ${n}.`,
  follows: {
    admission: [
      'Die Zelle bittet das Parteikomitee der Gemeinde, über die Aufnahme von ',
      ' in die Partei zu entscheiden.',
    ],
    recognition: [
      'Die Zelle bittet das Parteikomitee der Gemeinde, Genosse ',
      ' als Vollmitglied anzuerkennen.',
    ],
    exemption: [
      'Die Zelle befreit Genosse ',
      ' von Arbeit und Sitzungen und berichtet es dem Parteikomitee der Gemeinde.',
    ],
    commendation: ['Die Zelle spricht Genosse ', ' ein Lob aus.'],
    strikingOff: [
      'Die Zelle bittet das Parteikomitee der Gemeinde, Genosse ',
      ' aus der Mitgliederliste zu streichen.',
    ],
  },
  notCarried: 'Zu wenige waren dafür; es ist nicht angenommen.',
  tooFew: ({ entitled, needed }) =>
    `${entitled} Stimmberechtigte waren anwesend, weniger als ${needed}; es konnte nicht angenommen werden.`,
  unsettled: 'Die Zählung ist nicht geklärt.',
}

const LANGUAGES = { vi: VI, en: EN, de: DE } as const
export const peopleWords = (language: Language): PeopleWords => LANGUAGES[language]
