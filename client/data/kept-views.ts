import type { StoredKept, StoredRow } from './book/book.ts'
import type { KeptView } from './views.ts'

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
