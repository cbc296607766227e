import type { Actor, RecordedEvent } from '#shared/records/event.ts'
import type { DeviceId, Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import type { NewEvent, Reaction } from '#shared/events/kind.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { ownScope } from '#shared/records/scope.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Admitted } from '#server/admission/live-document.ts'
import type { Change } from '#server/storage/storage.ts'
import { attachmentUses } from './attachment-uses.ts'
import { leftOut, type LeftOut } from './left-out.ts'
import { encodeEvent, encodeRow, foldInto, rowOf, updateInto, type RecordMemory } from './record-memory.ts'
import { dueSnapshot, type SnapshotRule } from './snapshot.ts'
import { encodeStoredUpdate } from './stored-update.ts'

/** Who did it, when by his clock and by ours. */
export type Deed = { actor: Actor; onBehalfOf?: PersonId; claimedAt: Instant; receivedAt: Instant }
export type DocumentSource = { device: string; person: PersonId; deviceSeq: number; op: number }

/** What one batch is about to change in a scope: gathered op by op, committed together. */
export class Draft {
  readonly #changes: Change[] = []
  readonly #touched = new Map<RecordId, RecordMemory>()
  readonly #scope: string
  readonly #refusals = new Map<RecordId, number>()
  readonly #snapshots: SnapshotRule
  #head: number
  #reactions = 0

  constructor(scope: string, head: number, snapshots: SnapshotRule) {
    this.#scope = scope
    this.#head = head
    this.#snapshots = snapshots
  }

  get head(): number {
    return this.#head
  }

  get touched(): Iterable<RecordId> {
    return this.#touched.keys()
  }

  add(change: Change): void {
    this.#changes.push(change)
  }

  event(memory: RecordMemory, decided: NewEvent, deed: Deed): void {
    const seq = ++this.#head
    const { record, kind } = memory
    const event: RecordedEvent = { record, kind, seq, ...decided, ...deed }
    foldInto(memory, event)
    this.#touched.set(record, memory)
    this.add({
      put: 'entry',
      entry: { scope: this.#scope, seq, record, kind, holds: 'event', bytes: encodeEvent(event) },
    })
    const { react, textFrom } = rulesOf(kind)
    for (const reaction of react?.(event, memory.state) ?? []) this.react(reaction)
    const standing = textFrom?.(event)
    for (const words of standing ? leftOut(memory, standing) : []) this.#owe(record, words)
  }

  /** Records an admitted document update and owes lost words to their authors. */
  update(memory: RecordMemory, admitted: Admitted, source: DocumentSource, at: Instant): void {
    const seq = ++this.#head
    const { record, kind } = memory
    const { device, person, deviceSeq, op } = source
    const touch = { seq, person, at, ...admitted.touch }
    const { update, beyond } = admitted
    const place = { device, deviceSeq, op, touch }
    const stored = { update: update ?? new Uint8Array(0), ...(beyond ? { beyond } : {}), ...place }
    const bytes = encodeStoredUpdate(stored)
    this.add({ put: 'entry', entry: { scope: this.#scope, seq, record, kind, holds: 'update', bytes } })
    if (admitted.client !== null && !memory.authors.has(admitted.client)) {
      memory.authors.set(admitted.client, person)
      this.add({
        put: 'client',
        client: { scope: this.#scope, record, client: admitted.client, device, person },
      })
    }
    updateInto(memory, stored)
    this.#touched.set(record, memory)
  }

  /** How many refusals of a document this batch has brought its device to, if any. */
  refusalsOf(record: RecordId): number | undefined {
    return this.#refusals.get(record)
  }

  refused(record: RecordId, device: DeviceId, count: number): void {
    this.#refusals.set(record, count)
    this.add({ put: 'refusals', scope: this.#scope, record, device, count })
  }

  /** Queued in the commit that causes it, applied in the target scope's own commit, once. */
  react(reaction: Reaction): void {
    const cause = `${this.#scope}@${this.#head}.${this.#reactions++}`
    const there = reaction.do === 'appendHere' ? { ...reaction, do: 'append', scope: this.#scope } : reaction
    this.add({ put: 'reaction', queued: { cause, reaction: JSON.stringify(there) } })
  }

  /** [V6] Words that were not read when the text was adopted go back to whoever wrote them. */
  #owe(about: RecordId, { person, text }: LeftOut): void {
    const event = { type: 'wordsKept', v: 1, data: { about, text, why: 'notAdopted' } }
    const id = `left-${this.#head}-${person}`.slice(0, 32)
    this.react({ do: 'append', scope: ownScope(person), kind: 'kept', record: id, event })
  }

  /** Everything to write, with the rows as they stand after the last op, and snapshots of what grew long. */
  changes(roster: Roster | null): Change[] {
    const touched = [...this.#touched.values()]
    const rows = touched.flatMap((memory) => headChanges(memory, roster))
    const snapshots = touched.flatMap((memory) => dueSnapshot(memory, this.#head, this.#snapshots))
    return [...this.#changes, ...rows, ...snapshots]
  }
}

function headChanges(memory: RecordMemory, roster: Roster | null): Change[] {
  const row = rowOf(memory)
  if (!row) return []
  const { scope, record, kind, createdSeq, changedSeq } = memory
  const changes: Change[] = [
    { put: 'record', head: { scope, record, kind, createdSeq, changedSeq, row: encodeRow(row) } },
  ]
  changes.push(...attachmentUses(memory))
  const published = rulesOf(kind).publishes?.(memory.state)
  if (published) {
    const names = { unit: roster?.unit.name ?? '', superior: roster?.superior?.name ?? '' }
    const page = JSON.stringify({ ...(published.page as object), ...names })
    const { slug, withdrawnAt, lastDay } = published
    changes.push({ put: 'publication', publication: { slug, scope, record, page, withdrawnAt, lastDay } })
  }
  return changes
}
