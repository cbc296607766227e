import { contentText, type Content } from '#shared/records/content.ts'
import type { PaperNumber } from '#shared/records/adoption.ts'
import type { Day, LocalTime } from '#shared/records/local-time.ts'
import { LAYOUT_2026 } from '#shared/rulesets/paper-layout.ts'

/** [Y1] The letter of the n-th line, from 1: a b c d đ e g h i k …; after the last one it begins with two. */
export function itemLetter(n: number): string {
  const letters = [...LAYOUT_2026.letters.value]
  const first = letters[(n - 1) % letters.length] ?? ''
  return n <= letters.length ? first : first + itemLetter(n - letters.length)
}

/** [Y2] `Số 05-NQ/CB`: no colon, two digits below ten, hyphen, slash. */
export function numberLine({ no, type }: Pick<PaperNumber, 'no' | 'type'>): string {
  const code = type === 'QD' ? 'QĐ' : type
  return `Số ${two(no)}-${code}/${LAYOUT_2026.organ.value}`
}

/** [Y3] Days below ten and the months 1 and 2 with a leading zero: `ngày 03 tháng 02 năm 2026`. */
export function dateWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

/** `19 giờ 30 phút`, `21 giờ` on the hour. */
export function hourWords(time: LocalTime): string {
  const [hour = '0', minute = '00'] = time.slice(11, 16).split(':')
  return minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute} phút`
}

/** [Y4] "Đảng ủy", not "Đảng uỷ": one way of writing it, wherever a name came from. */
export const spelled = (text: string): string =>
  text.replaceAll('uỷ', 'ủy').replaceAll('Uỷ', 'Ủy').replaceAll('UỶ', 'ỦY')

/** [Y5] A text ends with a full stop, not with `./.`. */
export const ended = (text: string): string => `${text.replace(/[./\s]+$/u, '')}.`

/** [Y6] `Dự thảo lần 1` */
export const draftLine = (times: number): string => `Dự thảo lần ${Math.max(1, times)}`

const two = (n: number): string => String(n).padStart(2, '0')

/** [Y13] Places left open in a text, as templates leave them. */
export const openPlaces = (content: Content): number => contentText(content).match(/…(?:\/…)*/gu)?.length ?? 0
