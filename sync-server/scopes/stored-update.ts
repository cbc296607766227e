import { decodeAny, encodeAny } from '#shared/protocol/any.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { DeviceId } from '#shared/records/ids.ts'

/** A document update as it stands in a scope's order. */
export type StoredUpdate = {
  /** The server's own re-encoding, Yjs V1; empty when the op brought nothing new. */
  update: Uint8Array
  /** The part of it that the op's own device has not got. */
  beyond?: Uint8Array
  device: DeviceId
  deviceSeq: number
  /** Place of the op in its batch. */
  op: number
  touch: Touch
}

export const encodeStoredUpdate = (stored: StoredUpdate): Uint8Array => encodeAny(stored)
export const decodeStoredUpdate = (bytes: Uint8Array): StoredUpdate => decodeAny(bytes) as StoredUpdate
