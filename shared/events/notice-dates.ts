import type { Instant } from '#shared/records/ids.ts'

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
/** Viet Nam has one time zone and no summer time. */
const AHEAD_OF_UTC = 7 * 60 * 60 * 1000

/**
 * "19 giờ 30, thứ Năm, ngày 03/12/2026", or without the hour where none is named.
 * @param local wall-clock time, `yyyy-mm-ddThh:mm` or `yyyy-mm-dd`
 */
export function dayAndHour(local: string): string {
  const [day = '', time] = local.split('T')
  const [year = '', month = '', date = ''] = day.split('-')
  const weekday =
    WEEKDAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay()] ?? ''
  const words = `${weekday}, ngày ${date}/${month}/${year}`
  if (time === undefined) return capital(words)
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)} giờ${minute === '00' ? '' : ` ${minute}`}, ${words}`
}

/**
 * "19 giờ 30 phút, thứ Năm, ngày 3 tháng 12 năm 2026", as it is said aloud; without the hour where none is named.
 * @param local wall-clock time, `yyyy-mm-ddThh:mm` or `yyyy-mm-dd`
 */
export function dayAndHourAloud(local: string): string {
  const [written = '', month = '', year = ''] = dayAndHour(local).split('/')
  const minutes = /^\d+ giờ \d/u.test(written) ? written.replace(/( giờ \d+)/u, '$1 phút') : written
  return `${minutes.replace(/ngày 0/u, 'ngày ')} tháng ${Number(month)} năm ${year}`
}

/** "14:05, 02/12/2026", in Viet Nam wherever the reader or the server is. */
export function instantInVietnam(at: Instant): string {
  const iso = new Date(at + AHEAD_OF_UTC).toISOString()
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-')
  return `${iso.slice(11, 16)}, ${date}/${month}/${year}`
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
