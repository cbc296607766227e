import { localDay } from './dates.ts'

// What the start page does without: days written otherwise, and amounts.

const two = (n: number): string => String(n).padStart(2, '0')

/** `yyyy-mm-ddThh:mm` by this phone's wall clock. */
export function localNow(now: number): string {
  const d = new Date(now)
  return `${localDay(now)}T${two(d.getHours())}:${two(d.getMinutes())}`
}

/** `03/12/2026` of `2026-12-03`. */
export const dateText = (day: string): string => day.split('-').reverse().join('/')

/** `yyyy-mm` so many months later. */
export function monthAfter(month: string, months: number): string {
  const at = new Date(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}`
}

/** `9:05` of what is left, never below zero. */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

/** A whole number as people here read it: `200.000`. */
export const countText = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/gu, '.')

/** Bytes as people read them: `1,2 MB`. */
export function sizeText(bytes: number): string {
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  const digits = value > 0 && value < 10 ? 1 : 0
  return `${value.toFixed(digits).replace('.', ',')} ${unit}`
}
