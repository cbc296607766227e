import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import type { Instant } from '#shared/records/ids.ts'
import { bridgeScope, cellScope, parseScope } from '#shared/records/scope.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { Change, Storage } from '#server/storage/storage.ts'

/**
 * [Z9] What a cell handed up lies whole in its own scope already: copied into the bridge from there, so that no phone sends
 * it twice. Nothing when the bridge does not refer to it, has it, or has no room for it [F6].
 */
export async function bytesOfTheCell(
  storage: Storage,
  { scope, id }: { scope: string; id: string },
  now: Instant,
): Promise<Change[]> {
  const bridge = parseScope(scope)
  if (bridge?.kind !== 'bridge') return []
  const use = await storage.attachmentUse(scope, id)
  const here = await storage.attachment(scope, id)
  if (!use || use.endedAt !== null || (here && here.wholeAt !== null)) return []
  const there = await storage.attachment(cellScope(bridge.id), id)
  if (!there || there.wholeAt === null || there.size !== use.size || there.media !== use.media) return []
  const most = rulesetOn(dayInVietnam(now)).attachmentBytes.value.scope
  if ((await storage.attachmentsIn(scope)) + there.size > most) return []
  const bytes = await storage.attachmentBytes(there.scope, id)
  const begun = here ? ([{ drop: 'attachmentPieces', scope, id }] as const) : []
  const starts = Array.from(
    { length: Math.ceil(bytes.length / MAX_PIECE_BYTES) },
    (_, i) => i * MAX_PIECE_BYTES,
  )
  return [
    ...begun,
    ...starts.map((start): Change => ({
      put: 'attachmentPiece',
      piece: { scope, id, start, bytes: bytes.subarray(start, start + MAX_PIECE_BYTES) },
    })),
    { put: 'attachment', attachment: { ...there, scope, begunAt: here?.begunAt ?? now, wholeAt: now } },
  ]
}

/** [Z9] Before the cell lets go of its bytes, what it handed up of them. */
export async function bytesStillInBridge(
  storage: Storage,
  { scope, id }: { scope: string; id: string },
  now: Instant,
): Promise<Change[]> {
  const cell = parseScope(scope)
  return cell?.kind === 'cell' ? bytesOfTheCell(storage, { scope: bridgeScope(cell.id), id }, now) : []
}
