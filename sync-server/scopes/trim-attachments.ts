import type { Instant } from '#shared/records/ids.ts'
import { bytesStillInBridge } from '#server/admission/bytes-of-the-cell.ts'
import type { Change, Storage } from '#server/storage/storage.ts'

const KEPT_DAYS = 30
const DAY = 24 * 60 * 60 * 1000
/** Attachments let go of in one commit. */
const STEP = 20

/**
 * [F10] Lets go of the bytes of what no record has referred to for 30 days, and of what was begun so long ago and never
 * became whole. A phone that still has them sends them again should a record refer to them once more.
 * @returns steps; each says how many it let go of
 */
export async function* trimAttachments(storage: Storage, now: Instant): AsyncGenerator<number> {
  for (;;) {
    const needless = await storage.needlessAttachments(now - KEPT_DAYS * DAY, STEP)
    if (needless.length === 0) return
    const handedUp = await Promise.all(needless.map((one) => bytesStillInBridge(storage, one, now)))
    await storage.commit([
      ...handedUp.flat(),
      ...needless.flatMap(({ scope, id }): Change[] => [
        { drop: 'attachmentPieces', scope, id },
        { drop: 'attachment', scope, id },
      ]),
    ])
    yield needless.length
  }
}
