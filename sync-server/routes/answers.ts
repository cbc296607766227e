import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as v from 'valibot'
import type { Refusal } from '#shared/records/refusal.ts'

/** A request on its way through the app; `refusal` is for the log. */
export type ServerEnv = { Variables: { refusal?: string } }
export type Asked = Context<ServerEnv>

/** What a refusal is in HTTP where nothing else is said; the code in the body is what phones read. */
const STATUS: Partial<Record<Refusal, ContentfulStatusCode>> = {
  malformed: 400,
  unknownCommand: 400,
  notAllowed: 403,
  notFound: 404,
  codeUnknown: 404,
  codeExpired: 410,
  codeUsed: 410,
  codeWithdrawn: 410,
  turnedAway: 410,
  tooLarge: 413,
  attachmentUnsound: 422,
  tooManyTries: 429,
}

export function refuse(
  c: Asked,
  refusal: Refusal,
  status: ContentfulStatusCode = STATUS[refusal] ?? 409,
): Response {
  c.set('refusal', refusal)
  return c.json({ refusal }, status)
}

/**
 * The body, or null when it is longer than `most`. Counted as it comes: a promised length can be missing or a lie.
 */
export async function bodyOf(c: Asked, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream: ReadableStream<Uint8Array> | null = c.req.raw.body
  if (!stream) return new Uint8Array(0)
  for await (const piece of stream) {
    length += piece.length
    if (length > most) return null
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces, length))
}

const MOST_JSON = 128 * 1024

/** The parsed body, or the answer that it is not one. `most`: bytes read of it. */
export async function parsedBody<S extends v.GenericSchema>(
  c: Asked,
  schema: S,
  most = MOST_JSON,
): Promise<{ ok: true; body: v.InferOutput<S> } | { ok: false; answer: Response }> {
  const bytes = await bodyOf(c, most).catch(() => new Uint8Array(0))
  if (!bytes) return { ok: false, answer: refuse(c, 'tooLarge') }
  const parsed = v.safeParse(schema, jsonOf(bytes))
  return parsed.success ? { ok: true, body: parsed.output } : { ok: false, answer: refuse(c, 'malformed') }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
