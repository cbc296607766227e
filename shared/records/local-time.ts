import * as v from 'valibot'

/** A day as the wall calendar says it, `yyyy-mm-dd`. */
export const daySchema = v.pipe(v.string(), v.isoDate())
export type Day = string

/** Day and hour as the clock on the wall says them, `yyyy-mm-ddThh:mm`: a meeting is at 19:30 wherever a phone thinks it is. */
export const localTimeSchema = v.pipe(
  v.string(),
  v.regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d$/),
  v.isoDateTime(),
)
export type LocalTime = string

/** An hour as the clock on the wall says it, `hh:mm`. */
export const clockTimeSchema = v.pipe(v.string(), v.isoTime())
export type ClockTime = string

const DAY = 86_400_000

/** The day so many days later, or earlier when negative. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

export const dayOf = (time: LocalTime): Day => time.slice(0, 10)
export const hourOf = (time: LocalTime): string => time.slice(11, 16)
