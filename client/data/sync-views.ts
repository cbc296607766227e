import type { Pending, StoredAttachment, StoredKept, StoredRow } from './book/book.ts'
import type { KeptView, WaitingItem } from './views.ts'

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

/** Kept texts of this phone, and those the server told: one that was settled replaces what this phone kept of it. */
export function keptViews(kept: readonly StoredKept[], rows: readonly StoredRow[]): KeptView[] {
  const told: StoredKept[] = []
  const settled = new Set<string>()
  for (const { row } of rows) {
    if (row.kind !== 'kept') continue
    settled.add(row.record)
    if (row.putAway || row.text === '') continue
    const { record: id, about, text, why: reason, changedAt: at } = row
    told.push({ id, about, text, why: { from: 'server', reason }, at })
  }
  const own = kept.filter((k) => !settled.has(k.id))
  const scopes = new Map(rows.map(({ record, scope }) => [record, scope]))
  return [...own, ...told]
    .map((text) => ({ ...text, scope: scopes.get(text.about) ?? null }))
    .sort((a, b) => b.at - a.at)
}

function nameOf(command: unknown): string {
  return typeof command === 'object' && command !== null && 'do' in command ? String(command.do) : ''
}
