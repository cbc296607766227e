import { createHash } from 'node:crypto'
import type { DeviceId, Instant } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import type { MediaType } from '#shared/records/attachment.ts'
import { mostBytesOf } from '#shared/rules/attachment-size.ts'
import { mediaTypeOf } from '#shared/rules/attachment-type.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { Lock } from '#server/scopes/lock.ts'
import type { Attachment, AttachmentUse, Storage } from '#server/storage/storage.ts'
import { bytesOfTheCell } from './bytes-of-the-cell.ts'

/** Who sends the piece of what, and where in it. */
export type Piece = { scope: string; id: string; start: number; bytes: Uint8Array; device: DeviceId }

/** How much of it is here; a piece that does not begin there was not taken. */
export type Taken = { ok: true; have: number; size: number } | { ok: false; refusal: Refusal }

/** Takes attachments in, piece by piece: only what a record refers to, only in order, and proven by its hash at the end. */
export class AttachmentIntake {
  readonly #storage: Storage
  readonly #clock: () => Instant
  /** One piece at a time, so that two phones that send the same do not write over each other. */
  readonly #lock = new Lock()
  /** What each device sent on the day; a server that starts anew forgets it. */
  readonly #sent = new Map<DeviceId, { day: string; bytes: number }>()

  constructor(storage: Storage, clock: () => Instant) {
    this.#storage = storage
    this.#clock = clock
  }

  /** Where the next piece begins; `notFound` when no record of the scope refers to it [F3]. */
  async have(scope: string, id: string): Promise<Taken> {
    const use = await this.#storage.attachmentUse(scope, id)
    if (!use) return { ok: false, refusal: 'notFound' }
    await this.bring(scope, id)
    return { ok: true, have: (await this.#storage.attachment(scope, id))?.have ?? 0, size: use.size }
  }

  /** [Z9] What was handed up comes from where the cell has it. @throws StorageFull */
  bring(scope: string, id: string): Promise<void> {
    return this.#lock.run(async () => {
      const changes = await bytesOfTheCell(this.#storage, { scope, id }, this.#clock())
      if (changes.length > 0) await this.#storage.commit(changes)
    })
  }

  /** @throws StorageFull: nothing of the piece was taken */
  take(piece: Piece): Promise<Taken> {
    return this.#lock.run(async () => {
      const use = await this.#storage.attachmentUse(piece.scope, piece.id)
      if (!use) return { ok: false, refusal: 'notFound' }
      const begun = await this.#storage.attachment(piece.scope, piece.id)
      const have = begun?.have ?? 0
      if (have !== piece.start || have === use.size) return { ok: true, have, size: use.size }
      const refusal = await this.#refusal(piece, use, begun)
      if (refusal) return { ok: false, refusal }
      return this.#keep(piece, use, begun)
    })
  }

  async #refusal({ scope, start, bytes, device }: Piece, use: AttachmentUse, begun: Attachment | null) {
    const ruleset = rulesetOn(dayInVietnam(this.#clock()))
    const { value: most } = ruleset.attachmentBytes
    if (bytes.length === 0) return 'malformed' as const
    if (start + bytes.length > use.size || use.size > mostBytesOf(use.media as MediaType, ruleset))
      return 'tooLarge' as const
    if (start === 0 && mediaTypeOf(bytes) !== use.media) return 'attachmentUnsound' as const
    const begins = begun ? 0 : use.size
    const scopeFull = (await this.#storage.attachmentsIn(scope)) + begins > most.scope
    const daySpent = this.#sentToday(device) + bytes.length > most.deviceDay
    return scopeFull || daySpent ? ('attachmentsFull' as const) : null
  }

  async #keep(piece: Piece, use: AttachmentUse, begun: Attachment | null): Promise<Taken> {
    const { scope, id, start, bytes, device } = piece
    const { media, size } = use
    const have = start + bytes.length
    const isWhole = have === size
    if (isWhole && !(await this.#hasItsName(piece))) {
      await this.#storage.commit([
        { drop: 'attachmentPieces', scope, id },
        { drop: 'attachment', scope, id },
      ])
      return { ok: false, refusal: 'attachmentUnsound' }
    }
    const now = this.#clock()
    const begunAt = begun?.begunAt ?? now
    await this.#storage.commit([
      { put: 'attachmentPiece', piece: { scope, id, start, bytes } },
      {
        put: 'attachment',
        attachment: { scope, id, media, size, have, begunAt, wholeAt: isWhole ? now : null },
      },
    ])
    this.#sent.set(device, { day: dayInVietnam(now), bytes: this.#sentToday(device) + bytes.length })
    return { ok: true, have, size }
  }

  /** [F1] */
  async #hasItsName({ scope, id, bytes }: Piece): Promise<boolean> {
    const before = await this.#storage.attachmentBytes(scope, id)
    return createHash('sha256').update(before).update(bytes).digest('base64url') === id
  }

  #sentToday(device: DeviceId): number {
    const sent = this.#sent.get(device)
    return sent?.day === dayInVietnam(this.#clock()) ? sent.bytes : 0
  }
}
