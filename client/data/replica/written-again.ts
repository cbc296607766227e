import { firstClockOf, renameClient } from '#shared/document/rename-client.ts'
import type { Pending } from '#client/data/book/book.ts'
import type { Segment } from '#client/data/document-session.ts'
import * as Y from 'yjs'

/**
 * Own work under a client id that another device turned out to hold, under a new one [U3]: the same words, to be sent
 * again by themselves. What the session had not saved yet joins the last of it.
 */
export function writtenAgain(lost: readonly Pending[], open: readonly Segment[], to: number): Pending[] {
  const [first] = lost
  const from = first?.client
  if (!first || from === undefined) return []
  const firstClock = firstClockOf(updateOf(first), from) ?? 0
  const again = lost.map((p): Pending => {
    const { frozen: _, ...rest } = p
    const update = renameClient(updateOf(p), { from, firstClock, to })
    return { ...rest, client: p.client === from ? to : (p.client ?? to), op: { ...docOp(p), update } }
  })
  const last = again.at(-1)
  if (!last || open.length === 0) return again
  const unsaved = open.map(({ update }) => renameClient(update, { from, firstClock, to }))
  const update = Y.mergeUpdates([updateOf(last), ...unsaved])
  return [...again.slice(0, -1), { ...last, op: { ...docOp(last), update } }]
}

const updateOf = (p: Pending): Uint8Array => (p.op.op === 'document' ? p.op.update : new Uint8Array())

function docOp({ op }: Pending) {
  if (op.op !== 'document') throw new TypeError('only words are written again')
  return op
}
