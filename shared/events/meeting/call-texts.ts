import type { Meeting, MeetingType } from '#shared/records/meeting.ts'
import { hourOf } from '#shared/records/local-time.ts'
import { dayAndHour, dayAndHourAloud } from '#shared/events/notice-dates.ts'
import { withoutMarks } from '#shared/events/notice-texts.ts'

/** What is said of a meeting outside the app: who calls, what kind, when and where; nothing else of it. */
export type Call = Pick<Meeting, 'type' | 'month' | 'startsAt' | 'place'> & { unit: string }

const KINDS: Record<MeetingType, string> = {
  regular: 'sinh hoạt chi bộ thường kỳ',
  thematic: 'sinh hoạt chi bộ chuyên đề',
  extraordinary: 'sinh hoạt chi bộ bất thường',
  committee: 'họp chi ủy',
}
const monthOf = (month: string) => `tháng ${month.slice(5)}/${month.slice(0, 4)}`

/** [M46] For a chat: time and place only, never agenda, topic or names. */
export function callForChat({ unit, type, month, startsAt, place }: Call): string {
  return [
    `${unit.toLocaleUpperCase('vi')} MỜI HỌP`,
    `Kính mời đồng chí dự buổi ${KINDS[type]} ${monthOf(month)}.`,
    `Thời gian: ${dayAndHour(startsAt)}`,
    `Địa điểm: ${place}`,
    'Đồng chí báo lại nếu không dự được.',
  ].join('\n')
}

/** [M46] One text message without marks; time and place come whole. */
export function callForSms({ unit, type, startsAt, place }: Call): string {
  const day = `${startsAt.slice(8, 10)}/${startsAt.slice(5, 7)}`
  const facts = `${hourOf(startsAt).replace(':', 'h')} ngay ${day}, ${withoutMarks(place)}`
  const who = `${withoutMarks(`${unit} moi dong chi du ${KINDS[type]}:`)} `
  return `${who.length + facts.length <= SMS ? who : ''}${facts}`.slice(0, SMS)
}

/** [M46] For the loudspeaker, read to everybody in the village: time and place, said twice. */
export function callAloud({ unit, type, startsAt, place }: Call): string {
  const facts = [`Thời gian: ${dayAndHourAloud(startsAt)}.`, `Địa điểm: ${place}.`]
  return [
    `${unit} xin thông báo đến các đồng chí đảng viên: chi bộ tổ chức ${KINDS[type]}.`,
    ...facts,
    'Xin nhắc lại:',
    ...facts,
    'Đề nghị các đồng chí đến dự đầy đủ, đúng giờ.',
  ].join('\n')
}

const SMS = 160
