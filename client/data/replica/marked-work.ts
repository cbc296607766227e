import { readContent } from '#shared/document/read.ts'
import { contentText } from '#shared/records/content.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { bearsSecrecyMarking, commandBearsMarking } from '#shared/rules/secrecy-marking.ts'
import type { BookChange, Pending, PhoneBook } from '#client/data/book/book.ts'
import { buildDocument } from './documents.ts'

/**
 * [S18] Of work that waits, what may not leave this phone: all of a record where a command or the text as it reads here bears a
 * marking of secrecy. It is looked at anew whenever something is to be sent, so that a line taken out lets it go.
 */
export async function markedRecords(
  book: PhoneBook,
  scope: ScopeId,
  waiting: readonly Pending[],
): Promise<ReadonlySet<RecordId>> {
  const marked = new Set<RecordId>()
  for (const record of new Set(waiting.map((p) => p.record))) {
    const work = waiting.filter((p) => p.record === record)
    const commands = work.some(({ op }) => op.op === 'command' && commandBearsMarking(op.command))
    if (commands || (await textBears(book, scope, work))) marked.add(record)
  }
  return marked
}

async function textBears(book: PhoneBook, scope: ScopeId, work: readonly Pending[]): Promise<boolean> {
  const writing = work.find(({ op }) => op.op === 'document')
  if (!writing) return false
  const { record } = writing
  const all = (await book.list('pending')).filter((p) => p.scope === scope && p.record === record)
  const doc = buildDocument(await book.get('documents', [scope, record]), all)
  const text = contentText(readContent(doc))
  doc.destroy()
  return bearsSecrecyMarking(text)
}

/** What is said of each piece of work from now on, where it was not said before. */
export function markChanges(waiting: readonly Pending[], marked: ReadonlySet<RecordId>): BookChange[] {
  return waiting.flatMap((p): BookChange[] => {
    const is = marked.has(p.record)
    if (is === (p.asks === 'secrecyMarking')) return []
    const { asks: _, ...rest } = p
    return [{ put: 'pending', value: is ? { ...rest, asks: 'secrecyMarking' } : rest }]
  })
}
