import type { Pending, StoredAttachment } from './book/book.ts'
import type { WaitingItem } from './views.ts'

/** What waits to be sent, oldest first; several saves of one text are one thing to a person. */
export function waitingItems(
  pending: readonly Pending[],
  attachments: readonly StoredAttachment[] = [],
): WaitingItem[] {
  const items = new Map<string, WaitingItem>()
  for (const p of pending) {
    if (p.acceptedSeq !== undefined) continue
    const { scope, record, kind, at, op, asks } = p
    const id = op.op === 'document' ? `text ${scope} ${record}` : String(p.n)
    if (items.has(id)) continue
    const what =
      op.op === 'document'
        ? ({ op: 'document' } as const)
        : { op: 'command' as const, name: nameOf(op.command) }
    items.set(id, {
      id,
      scope,
      record,
      kind,
      what,
      since: at,
      underWay: p.frozen !== undefined,
      ...(asks ? { asks } : {}),
    })
  }
  for (const { scope, record, kind, id, at, due, sent, sentAt, size } of attachments) {
    if (!due || sentAt !== null) continue
    const what = { op: 'attachment' as const, sent, size }
    items.set(id, { id, scope, record, kind, what, since: at, underWay: sent > 0 })
  }
  return [...items.values()]
}

function nameOf(command: unknown): string {
  return typeof command === 'object' && command !== null && 'do' in command ? String(command.do) : ''
}
