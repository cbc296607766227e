import * as v from 'valibot'
import { idSchema, type PersonId, type RecordId } from '#shared/records/ids.ts'
import { scopeSchema, type ScopeId } from '#shared/records/scope.ts'

/**
 * What is said over the line that is open while the app is in front (GET /hints), one JSON text a message. All of it may
 * be lost: records and words never travel here.
 */

/** Most bytes of one message of a phone; a longer one ends the line. */
export const MAX_SAID_BYTES = 512
/** Most people a phone is told of in one text. */
export const MAX_COMPANY = 20

/** Where somebody has a text open for writing. */
export type Here = {
  scope: ScopeId
  record: RecordId
  /** The top-level part the caret is in, by its Yjs id (`client:clock`); absent when it is in none. */
  at?: string
  /** His line carries live frames. */
  live: boolean
}

/** Somebody else in the same text. Who it is, the server knows from the session; his name is in the roster. */
export type Other = { person: PersonId; at?: string; live: boolean }

export type SaidByPhone = { is: 'token'; token: string } | { is: 'here'; here: Here | null } | { is: 'beat' }
export type ToldByServer =
  | { is: 'hint'; scope: ScopeId; seq: number }
  | { is: 'company'; scope: ScopeId; record: RecordId; others: readonly Other[] }
  | { is: 'beat' }

const atSchema = v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,10}:\d{1,10}$/)))
const place = { scope: scopeSchema, record: idSchema }
const hereSchema = v.strictObject({ ...place, at: atSchema, live: v.boolean() })
const otherSchema = v.object({ person: idSchema, at: atSchema, live: v.boolean() })

const tokenSchema = v.object({ token: v.pipe(v.string(), v.maxLength(100)) })
const beatSchema = v.object({ beat: v.literal(true) })
const saidSchema = v.union([
  v.pipe(
    tokenSchema,
    v.transform(({ token }) => ({ is: 'token' as const, token })),
  ),
  v.pipe(
    v.strictObject({ here: v.nullable(hereSchema) }),
    v.transform(({ here }) => ({ is: 'here' as const, here })),
  ),
  v.pipe(
    beatSchema,
    v.transform(() => ({ is: 'beat' as const })),
  ),
])
const toldSchema = v.union([
  v.pipe(
    v.object({ scope: scopeSchema, seq: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    v.transform(({ scope, seq }) => ({ is: 'hint' as const, scope, seq })),
  ),
  v.pipe(
    v.object({
      company: v.object({ ...place, others: v.pipe(v.array(otherSchema), v.maxLength(MAX_COMPANY)) }),
    }),
    v.transform(({ company }) => ({ is: 'company' as const, ...company })),
  ),
  v.pipe(
    beatSchema,
    v.transform(() => ({ is: 'beat' as const })),
  ),
])

export function textSaid(said: SaidByPhone): string {
  switch (said.is) {
    case 'token':
      return JSON.stringify({ token: said.token })
    case 'here':
      return JSON.stringify({ here: said.here })
    case 'beat':
      return BEAT
    default:
      return said satisfies never
  }
}

export function textTold(told: ToldByServer): string {
  switch (told.is) {
    case 'hint':
      return JSON.stringify({ scope: told.scope, seq: told.seq })
    case 'company': {
      const { scope, record, others } = told
      return JSON.stringify({ company: { scope, record, others } })
    }
    case 'beat':
      return BEAT
    default:
      return told satisfies never
  }
}

const BEAT = JSON.stringify({ beat: true })

/** Reads an untrusted message of a phone; null when it is none. */
export const readSaid = (data: unknown): SaidByPhone | null => readBy(saidSchema, data)

/** Reads a message of the server; null when it is none this app knows. */
export const readTold = (data: unknown): ToldByServer | null => readBy(toldSchema, data)

function readBy<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T | null {
  if (typeof data !== 'string') return null
  try {
    const parsed = v.safeParse(schema, JSON.parse(data))
    return parsed.success ? parsed.output : null
  } catch {
    return null // no JSON
  }
}
