import * as Y from 'yjs'
import { decideCommand } from '#shared/events/deciding.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { CommandOp } from '#shared/protocol/batch.ts'
import { CUT_UPDATE_BYTES } from '#shared/protocol/version.ts'
import type { Content } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { startUpdate } from '#shared/document/write.ts'
import type { BookChange, Pending } from '#client/data/book/book.ts'
import type { Segment } from '#client/data/document-session.ts'
import { idsNamedIn, nowDue } from '#client/data/attachments/due.ts'
import type { ReplicaParts } from './identity.ts'
import { rowChange } from './rows.ts'
import type { Place } from './state.ts'
import { askingHere, confirmedEvents, localState, othersHere } from './state.ts'

export type Given = { refusal: Refusal } | { refusal: null; changes: BookChange[] }

type Command = {
  command: unknown
  /** Text of a document that begins with it. */
  start?: Content
  /** Words for a document that is there. */
  words?: Segment
  asks?: Pending['asks']
  /** For whom, when not for oneself. */
  onBehalfOf?: PersonId | undefined
}

/** Judges a command as the server will, and what to write when it may be. Its words stand or fall with it. */
export async function give(
  parts: ReplicaParts,
  place: Place,
  { command, start, words = start && begin(start, parts.newClientId()), asks, onBehalfOf }: Command,
): Promise<Given> {
  const { book, identity, clock } = parts
  const { scope, record, kind } = place
  const all = await book.list('pending')
  const here = all.filter((p) => p.scope === scope)
  const mine = here.filter((p) => p.record === record)
  const confirmed = await confirmedEvents(book, scope, record)
  const stands = await localState(book, identity, place, { confirmed, pending: mine })
  const at = clock()
  const others = await othersHere(book, identity, place, { state: stands.state, command })
  const asking = (await askingHere(book, identity, scope))(at, others)
  const rules = rulesOf(kind)
  const decision = decideCommand(rules, stands, { command, onBehalfOf }, { record, ...asking })
  if (!decision.ok) return { refusal: decision.refusal }
  // Its words are judged where the command has brought the record: they stand or fall together there too.
  const { person, device } = identity
  const after = decision.events.reduce<unknown>(
    (state, e) =>
      rules.fold(state, { record, kind, actor: { by: 'person', person, device }, claimedAt: at, ...e }),
    stands.state,
  )
  const refusal = words ? rules.writingRefusal(after, asking.standing) : null
  if (refusal) return { refusal }
  if (decision.events.length === 0) return { refusal: null, changes: [] }
  const n = nextNumber(all)
  const together = words ? { together: n } : {}
  const forWhom = onBehalfOf === undefined ? {} : { onBehalfOf }
  const op: CommandOp = { op: 'command', record, kind, command, ...forWhom, ...together }
  const fresh: Pending[] = [{ n, scope, record, kind, op, at, ...(asks ? { asks } : {}) }]
  if (words) {
    const { update, client } = words
    const text = { op: 'document' as const, record, kind, update, refusalsSeen: 0, ...together }
    fresh.push({ n: n + 1, scope, record, kind, op: text, at, client })
  }
  const document = await book.get('documents', [scope, record])
  const row = await rowChange(book, identity, place, { confirmed, pending: [...mine, ...fresh], document })
  const work = fresh.map((value): BookChange => ({ put: 'pending', value }))
  return { refusal: null, changes: [...work, row, ...(await nowDue(book, scope, idsNamedIn(command)))] }
}

const begin = (start: Content, client: number): Segment => ({ client, update: startUpdate(start, client) })

/**
 * Puts a session's segments into pending work. What was pending of the same session and not yet sent grows; small
 * saves become one op, up to the size a phone cuts at.
 */
export async function keepSegments(
  parts: ReplicaParts,
  place: Place,
  segments: readonly Segment[],
): Promise<BookChange[]> {
  const { book, identity, clock } = parts
  const { scope, record, kind } = place
  const all = await book.list('pending')
  const mine = all.filter((p) => p.scope === scope && p.record === record)
  let n = nextNumber(all)
  const written: Pending[] = []
  for (const { client, update } of segments) {
    const last = written.at(-1) ?? mine.at(-1)
    const grows = last && last.frozen === undefined && last.client === client && last.op.op === 'document'
    if (grows && last.op.op === 'document' && last.op.update.length + update.length <= CUT_UPDATE_BYTES) {
      const grown = { ...last, op: { ...last.op, update: Y.mergeUpdates([last.op.update, update]) } }
      written.splice(-1, written.at(-1) === last ? 1 : 0, grown)
    } else {
      const op = { op: 'document' as const, record, kind, update, refusalsSeen: 0 }
      written.push({ n: n++, scope, record, kind, client, op, at: clock() })
    }
  }
  const pending = [...mine.filter((p) => !written.some((w) => w.n === p.n)), ...written].sort(
    (a, b) => a.n - b.n,
  )
  const document = await book.get('documents', [scope, record])
  const confirmed = await confirmedEvents(book, scope, record)
  const row = await rowChange(book, identity, place, { confirmed, pending, document })
  return [...written.map((value): BookChange => ({ put: 'pending', value })), row]
}

const nextNumber = (pending: readonly Pending[]): number => (pending.at(-1)?.n ?? 0) + 1
