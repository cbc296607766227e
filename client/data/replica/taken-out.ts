import { wordsOfUpdate } from '#shared/document/words.ts'
import type { BookChange, Pending, StoredKept } from '#client/data/book/book.ts'
import type { ReplicaParts } from './identity.ts'
import { textOfCommand } from './receive-receipt.ts'
import { rowChange } from './rows.ts'
import { confirmedEvents } from './state.ts'

/** [S19] Takes a command that bears a marking out of the work to send; its words, and those given with it, are kept. */
export async function takenOut(
  { book, identity, newId, clock }: ReplicaParts,
  n: number,
): Promise<BookChange[]> {
  const all = await book.list('pending')
  const asked = all.find((p) => p.n === n)
  if (!asked || asked.asks !== 'secrecyMarking' || asked.op.op !== 'command') return []
  const { scope, record, kind, op } = asked
  const isWithIt = (p: Pending) =>
    p.scope === scope && op.together !== undefined && p.op.together === op.together
  const gone = all.filter((p) => p.n === n || isWithIt(p))
  const words = gone.map((p) => (p.op.op === 'document' ? wordsOfUpdate(p.op.update) : textOfCommand(p)))
  const text = words.filter(Boolean).join('\n')
  const kept: StoredKept = {
    ...{ id: newId(), about: record, text, at: clock() },
    why: { from: 'refused', code: 'secrecyMarking' },
  }
  const place = { scope, record, kind }
  const pending = all.filter((p) => p.scope === scope && p.record === record && !gone.includes(p))
  const confirmed = await confirmedEvents(book, scope, record)
  const document = await book.get('documents', [scope, record])
  return [
    ...gone.map((p): BookChange => ({ drop: 'pending', key: [p.n] })),
    { put: 'kept', value: kept },
    await rowChange(book, identity, place, { confirmed, pending, document }),
  ]
}
