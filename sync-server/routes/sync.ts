import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { decodeRequest } from '#shared/protocol/request.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import { MAX_INFLATED_BYTES, MAX_REQUEST_BYTES } from '#shared/protocol/version.ts'
import type { Caller } from '#server/auth/sessions.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { bodyOf, refuse, type Asked } from './answers.ts'
import type { Route } from './registry.ts'

/** POST /sync: everything between a phone and the book, in one round trip. */
export function syncRoutes(book: ServerBook): Route[] {
  return [
    { method: 'POST', path: '/sync', policy: 'revokedToo', answer: (c, caller) => sync(c, caller, book) },
  ]
}

async function sync(c: Asked, caller: Caller, book: ServerBook): Promise<Response> {
  const body = await bodyOf(c, MAX_REQUEST_BYTES)
  if (!body) return refuse(c, 'tooLarge')
  const inflated = inflate(body)
  if (inflated === 'tooLarge') return refuse(c, 'tooLarge')
  const request = inflated && decodeRequest(inflated)
  if (!request) return refuse(c, 'malformed')
  const frames = book.sync(request, caller)
  // The first frame comes when every batch is on disk; until then a full disk can still be answered as such.
  const first = await frames.next()
  return c.body(streamOf(first, frames), 200, {
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store, no-transform',
  })
}

/** One chunk a frame, so that each leaves at once and a cut link loses at most one. */
function streamOf(first: IteratorResult<Frame>, frames: AsyncGenerator<Frame>): ReadableStream<Uint8Array> {
  let next: Promise<IteratorResult<Frame>> | IteratorResult<Frame> = first
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await next
      if (done) return controller.close()
      controller.enqueue(frameBytes(deflateRawSync(encodeFrame(value), { dictionary: DICTIONARY })))
      next = frames.next()
      next.catch(() => undefined) // told by the next pull
    },
    async cancel() {
      await frames.return(undefined)
    },
  })
}

/** @returns null when the bytes are no deflate stream of this dictionary */
function inflate(body: Uint8Array): Uint8Array | 'tooLarge' | null {
  try {
    return inflateRawSync(body, { dictionary: DICTIONARY, maxOutputLength: MAX_INFLATED_BYTES })
  } catch (why) {
    const tooLarge = why instanceof Error && 'code' in why && why.code === 'ERR_BUFFER_TOO_LARGE'
    return tooLarge ? 'tooLarge' : null
  }
}
