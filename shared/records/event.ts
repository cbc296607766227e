import type { DeviceId, Instant, PersonId, RecordId } from './ids.ts'

/** Who did something: a person with a device, or the server reacting to a cause. */
export type Actor = { by: 'person'; person: PersonId; device: DeviceId } | { by: 'server'; cause: string }

/** What somebody did. Accepted events are never changed; state is a fold over them. */
export type RecordedEvent<Type extends string = string, Data = unknown> = {
  record: RecordId
  kind: RecordKind
  type: Type
  /** Version of `data`'s shape; readers upcast older ones. */
  v: number
  actor: Actor
  onBehalfOf?: PersonId
  /** By the phone's clock; never used for order. */
  claimedAt: Instant
  /** By the server's clock; absent while the event is still only on this phone. */
  receivedAt?: Instant
  /** Place in the scope's one order; absent while the event is still only on this phone. */
  seq?: number
  data: Data
}

/** When it was done: by the server's clock once that is known, which is the same for everybody; until then by the phone's. */
export const doneAt = ({ receivedAt, claimedAt }: RecordedEvent): Instant => receivedAt ?? claimedAt

export const RECORD_KINDS = ['resolution', 'announcement', 'held', 'kept', 'board'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
