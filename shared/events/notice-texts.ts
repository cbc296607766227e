import type { Notice } from '#shared/records/announcement.ts'
import { dayAndHour, dayAndHourAloud } from './notice-dates.ts'

/** An announcement said in other places: who speaks, and where it can be read again. */
export type Told = { notice: Notice; unit: string; link: string }

/** [A7] For a chat: the heading first, then when, where, the text, who, and the link on a line of its own. */
export function chatText({ notice, unit, link }: Told): string {
  const { title, body, when, where } = notice
  return [
    title.toLocaleUpperCase('vi'),
    ...(when === undefined ? [] : [`Thời gian: ${dayAndHour(when)}`]),
    ...(where ? [`Địa điểm: ${where}`] : []),
    '',
    body,
    '',
    unit,
    link,
  ].join('\n')
}

/**
 * [A7] One text message: 160 letters without marks, because a single letter with a mark makes it three times as dear.
 * What is said, when and where come whole or not at all; the text fills what is left, the link is never cut.
 */
export function smsText({ notice, unit, link }: Told): string {
  const { title, body, when, where } = notice
  const end = ` ${link}`
  const parts = [
    unit,
    title,
    ...(when ? [shortWhen(when)] : []),
    ...(where ? [where] : []),
    body.replace(/\s+/gu, ' '),
  ]
  let text = ''
  for (const part of parts.map(withoutMarks)) {
    const room = SMS - end.length - text.length
    const piece = text === '' ? part : `. ${part}`
    if (piece.length <= room) text += piece
    else if (part === withoutMarks(parts.at(-1) ?? '') && room > 12)
      text += `${piece.slice(0, room - 3).trimEnd()}...`
  }
  return `${text}${end}`.trim()
}

/** [A7] For the loudspeaker of the village: dates as they are spoken, what matters said twice, no link. */
export function loudspeakerText({ notice, unit }: Omit<Told, 'link'>): string {
  const { title, body, when, where } = notice
  const facts = [
    ...(when === undefined ? [] : [`Thời gian: ${dayAndHourAloud(when)}.`]),
    ...(where ? [`Địa điểm: ${where}.`] : []),
  ]
  return [
    'Kính thưa toàn thể bà con!',
    `${unit} xin thông báo: ${sentence(title)}`,
    ...facts,
    ...body.split(/\n+/u).map(sentence),
    ...(facts.length > 0 ? [`Xin nhắc lại: ${sentence(title)}`, ...facts] : []),
    'Trân trọng cảm ơn bà con đã lắng nghe.',
  ].join('\n')
}

const SMS = 160

/** `19h30 03/12` */
function shortWhen(when: string): string {
  const [day = '', time] = when.split('T')
  const date = `${day.slice(8)}/${day.slice(5, 7)}`
  return time === undefined ? `ngay ${date}` : `${time.replace(':', 'h')} ngay ${date}`
}

/** Without marks, and only what every phone counts as one letter. */
export function withoutMarks(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D')
  return bare
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[–—]/gu, '-')
    .replace(/[^ -~]/gu, '')
    .trim()
}

const sentence = (text: string): string => (/[.!?…:]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)
