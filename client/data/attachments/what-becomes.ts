import { rulesOf } from '#shared/events/registry.ts'
import type { PhoneBook, StoredAttachment } from '#client/data/book/book.ts'
import { idsNamedIn } from './due.ts'

/** An unsent attachment goes when its event is in; it waits for that; or nothing speaks of it any more. */
export type Fate = 'send' | 'wait' | 'unnamed'

/** [F3] What becomes of an attachment the server does not have yet. */
export async function whatBecomesOf(book: PhoneBook, one: StoredAttachment): Promise<Fate> {
  const { scope, record, kind, id } = one
  const rules = rulesOf(kind)
  const events = (await book.list('events', [scope, record])).map((row) => row.event)
  const state = events.reduce<unknown>((folded, event) => rules.fold(folded, event), null)
  const named = state === null ? [] : (rules.attachments?.(state) ?? [])
  if (named.some((ref) => ref.id === id)) return 'send'
  const waits = (await book.list('pending')).some(
    ({ op }) => op.op === 'command' && idsNamedIn(op.command).includes(id),
  )
  return waits ? 'wait' : 'unnamed'
}
