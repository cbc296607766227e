import { decodeReceipt } from '#shared/protocol/frames.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import type { Instant } from '#shared/records/ids.ts'
import { officeScope, parseScope } from '#shared/records/scope.ts'
import type { RawBatch, Storage } from '#server/storage/storage.ts'
import { decodeRow } from './record-memory.ts'

const DAY = 24 * 60 * 60 * 1000
const KEPT_RAW_DAYS = 90
/** Batches let go of in one commit. */
const STEP = 50

/** On which day a backup was first seen to cover what. */
type SafeMark = { at: Instant; safeUpTo: Instant }
const MARKS = 'safeMarks'

/**
 * [B15] Lets go of the raw bytes of batches that have lain in a proven backup for 90 days; hash and receipt stay, by which
 * a batch that comes again is known. One small commit a step.
 * @returns steps; each says how many it let go of
 */
export async function* trimBatches(storage: Storage, now: Instant): AsyncGenerator<number> {
  const limit = await safeForLong(storage, now)
  if (limit === 0) return
  // Work that was let in but is not put in yet is read from its raw batch.
  if ((await storage.reactions()).length > 0) return
  for (let after: RawBatch | null = null; ;) {
    const batches: RawBatch[] = await storage.rawBatches(limit - 1, after, STEP)
    const last = batches.at(-1)
    if (!last) return
    after = last
    const needless: RawBatch[] = []
    for (const batch of batches) if (!(await waitsForDecision(storage, batch))) needless.push(batch)
    await storage.commit(
      needless.map(({ device, scope, deviceSeq }) => ({ drop: 'rawBatch', device, scope, deviceSeq })),
    )
    yield needless.length
  }
}

/** Notes what today's backup covers. @returns up to when everything has been covered for 90 days; 0: nothing */
async function safeForLong(storage: Storage, now: Instant): Promise<Instant> {
  const safeUpTo = Number((await storage.meta('safeUpTo')) ?? 0)
  const known = JSON.parse((await storage.meta(MARKS)) ?? '[]') as SafeMark[]
  const grown = safeUpTo > (known.at(-1)?.safeUpTo ?? 0)
  const marks = grown ? [...known, { at: now, safeUpTo }] : known
  const oldest = marks.findLastIndex(({ at }) => now - at >= KEPT_RAW_DAYS * DAY)
  const needed = marks.slice(Math.max(oldest, 0))
  if (grown || needed.length < known.length)
    await storage.commit([{ put: 'meta', key: MARKS, value: JSON.stringify(needed) }])
  return marks[oldest]?.safeUpTo ?? 0
}

/** [B8] Held work is put in from its raw batch when secretary or deputy lets it in, however late. */
async function waitsForDecision(storage: Storage, { scope, hash, receipt }: RawBatch): Promise<boolean> {
  const unit = parseScope(scope)
  const verdicts = decodeReceipt(receipt)?.verdicts ?? []
  for (const [i, { verdict }] of verdicts.entries()) {
    if (verdict !== 'held' || !unit || unit.kind === 'own') continue
    const head = await storage.record(officeScope(unit.id), heldId(hash, i))
    const row = head && decodeRow(head.row)
    if (row?.kind !== 'held' || row.decided === undefined) return true
  }
  return false
}
