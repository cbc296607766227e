import * as v from 'valibot'

/** Identifiers are opaque, random, URL-safe text of 8 to 32 characters; whoever needs a new one is handed it. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/))

export type PersonId = string
export type UnitId = string
export type DeviceId = string
export type RecordId = string

/** Milliseconds since 1970-01-01 UTC, as some clock claimed or the server received. */
export const instantSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
export type Instant = number
