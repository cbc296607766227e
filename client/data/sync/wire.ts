import { deflateSync, inflateSync } from 'fflate'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { decodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { encodeRequest, type SyncRequest } from '#shared/protocol/request.ts'
import { FrameReader } from '#shared/protocol/stream.ts'

/** A request as it goes over the air: raw deflate with the protocol's dictionary. */
export function packRequest(request: SyncRequest): Uint8Array {
  return deflateSync(encodeRequest(request), { level: 9, dictionary: DICTIONARY })
}

/** @throws when the bytes are no frame: a captive portal's page is not an answer */
export function unpackFrame(bytes: Uint8Array): Frame {
  const frame = decodeFrame(inflateSync(bytes, { dictionary: DICTIONARY }))
  if (!frame) throw new TypeError('not a frame')
  return frame
}

/** Frames of an answer as they arrive. A link cut in the middle ends it with what was complete. */
export async function* framesOf(
  body: ReadableStream<Uint8Array>,
  received: (bytes: number) => void,
): AsyncGenerator<Frame> {
  const reader = body.getReader()
  const pieces = new FrameReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      received(value.length)
      for (const bytes of pieces.push(value)) yield unpackFrame(bytes)
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
