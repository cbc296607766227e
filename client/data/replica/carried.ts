import type { NotTakenFrame, Receipt } from '#shared/protocol/frames.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { BookChange, CarriedBatch, Pending, PhoneBook } from '#client/data/book/book.ts'
import type { ReplicaParts } from './identity.ts'
import type { ReceiptOutcome } from './receive-receipt.ts'

/**
 * [J4] The server's word on another phone's batch that lay here: what it accepted stays until the cursor has passed it; what
 * it has passed already, handed here late, leaves at once. The rest is its author's to be told about and only leaves this phone.
 */
export async function carriedReceipt(
  { book }: ReplicaParts,
  receipt: Receipt,
): Promise<ReceiptOutcome | null> {
  const { scope, device, deviceSeq } = receipt
  const batch = await book.get('carried', [scope, device, deviceSeq])
  if (!batch) return null
  const passed = (await book.get('cursors', [scope]))?.cursor.seq ?? 0
  const changes: BookChange[] = [{ drop: 'carried', key: [scope, device, deviceSeq] }]
  const dropped: Pending[] = []
  for (const p of await workOf(book, batch)) {
    const verdict = receipt.verdicts[p.frozen?.op ?? 0]
    if (verdict?.verdict === 'accepted' && verdict.seq > passed)
      changes.push({ put: 'pending', value: { ...p, acceptedSeq: verdict.seq } })
    else dropped.push(p)
  }
  for (const p of dropped) changes.push({ drop: 'pending', key: [p.n] })
  return { changes, dropped, rebuild: new Map<RecordId, null>(), reasons: new Map(), scope }
}

/**
 * [J4] One that came before those it follows waits until its own phone brings them; any other that the server does not take
 * is not believed here either. @returns whether it was a carried one
 */
export async function carriedNotTaken({ book }: ReplicaParts, frame: NotTakenFrame): Promise<boolean> {
  const batch = (await book.list('carried')).find(({ hash }) => isSame(hash, frame.batchHash))
  if (!batch) return false
  if (frame.code === 'gapInBatches') return true
  const work = await workOf(book, batch)
  await book.commit([
    { drop: 'carried', key: [batch.scope, batch.device, batch.deviceSeq] },
    ...work.map(({ n }): BookChange => ({ drop: 'pending', key: [n] })),
  ])
  return true
}

async function workOf(book: PhoneBook, { scope, device, deviceSeq }: CarriedBatch): Promise<Pending[]> {
  return (await book.list('pending')).filter(
    (p) => p.scope === scope && p.from?.device === device && p.frozen?.deviceSeq === deviceSeq,
  )
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
