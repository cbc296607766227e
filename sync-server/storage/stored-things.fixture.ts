import { expect } from 'vitest'
import type { ArchivedBatch, Change, Entry } from './storage.ts'

export const bytes = (text: string) => new TextEncoder().encode(text)
/** Bytes are bytes, in whatever kind of array a database hands them out. */
export const same = (a: Uint8Array | undefined, b: Uint8Array) => expect([...(a ?? [])]).toEqual([...b])
export const CELL = 'cell/dongma-0001'

export function entry(seq: number, of: Partial<Entry> = {}): Change {
  const plain = {
    scope: CELL,
    seq,
    record: 'nghiquyet-12',
    kind: 'resolution',
    holds: 'event',
    bytes: bytes(`${seq}`),
  }
  return { put: 'entry', entry: { ...(plain as Entry), ...of } }
}

export function batch(deviceSeq: number, of: Partial<ArchivedBatch> = {}): Change {
  const parts = {
    hash: bytes(`h${deviceSeq}`),
    bytes: bytes('b'),
    signature: bytes('s'),
    receipt: bytes('r'),
  }
  const plain = {
    device: 'dienthoai-1',
    scope: CELL,
    deviceSeq,
    ...parts,
    receiptSignature: bytes('x'),
    receivedAt: 5,
  }
  return { put: 'batch', batch: { ...plain, ...of } }
}
