import { sealsRules } from '#shared/events/seals.ts'
import { cellScope, parseScope, type ScopeId } from '#shared/records/scope.ts'
import { SEALS, type SealChain } from '#shared/records/seals.ts'
import { checkpointOf, comparedChain } from '#shared/rules/seal-chain.ts'
import type { BookChange, PhoneBook } from '#client/data/book/book.ts'
import type { SealCheck } from '#client/data/views.ts'
import { metaOf } from './meta.ts'
import { confirmedEvents } from './state.ts'

export const sealCheckKey = (scope: ScopeId): string => `seals ${scope}`

/**
 * [V13] Compares every cell's chain of signed texts with what this phone saw of it before. What was seen is only moved on by
 * a chain that has all of it: whatever is wrong stays said until it is right again.
 */
export async function checkSeals(book: PhoneBook): Promise<void> {
  const changes: BookChange[] = []
  for (const { scope } of await book.list('cursors')) {
    const unit = parseScope(scope)
    if (unit?.kind !== 'cell') continue
    const key = sealCheckKey(scope)
    const before = await metaOf<SealCheck>(book, key)
    const row = await book.get('rows', [scope, SEALS])
    const isNew = row?.row.kind === 'seals' && row.row.chain !== before?.chain
    if (row ? !isNew && before?.answer === 'same' : !before) continue
    const chain = await chainOf(book, cellScope(unit.id))
    const answer = comparedChain(chain, before ?? null)
    const seen =
      answer === 'same' ? checkpointOf(chain) : { count: before?.count ?? 0, chain: before?.chain ?? '' }
    changes.push({ put: 'meta', value: { key, value: { ...seen, answer } } })
  }
  if (changes.length > 0) await book.commit(changes)
}

async function chainOf(book: PhoneBook, scope: ScopeId): Promise<SealChain> {
  const events = await confirmedEvents(book, scope, SEALS)
  return events.reduce<SealChain>((chain, event) => sealsRules.fold(chain, event) ?? chain, { links: [] })
}
