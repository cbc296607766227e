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
  /** For whom it was entered, when not for the actor himself (N1). */
  onBehalfOf?: PersonId
  /** Name of somebody who sat at the actor's phone and typed it (N6). */
  helper?: string
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

/** Whose deed it is: of whoever it was entered for, else of the actor; nobody's when the server did it. */
export const whoseDeed = ({ actor, onBehalfOf }: RecordedEvent): PersonId =>
  onBehalfOf ?? (actor.by === 'person' ? actor.person : '')

/** Who typed it for whoever's deed it is, and whether that person said it was not meant so (N1, N4, N6). */
export type Entered = { seq?: number; by: PersonId; helper?: string; disowned?: true }

/** How it was entered for another; undefined when it was done by himself. */
export function enteredBy({ actor, onBehalfOf, helper, seq }: RecordedEvent): Entered | undefined {
  if (onBehalfOf === undefined || actor.by !== 'person') return undefined
  return {
    by: actor.person,
    ...(seq === undefined ? {} : { seq }),
    ...(helper === undefined ? {} : { helper }),
  }
}

export const RECORD_KINDS = [
  'resolution',
  'announcement',
  'held',
  'kept',
  'board',
  'meeting',
  'minutes',
  'task',
  'numbers',
  'reasons',
  'schedule',
  'seals',
  'candidate',
  'handedUp',
  'ownReason',
  'feeNames',
  'opinion',
  'forwardedOpinion',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Whether this app knows it; a newer one on the other end may know more. */
export const isRecordKind = (name: string): name is RecordKind =>
  (RECORD_KINDS as readonly string[]).includes(name)
