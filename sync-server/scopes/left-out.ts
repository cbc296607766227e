import { elementName } from '#shared/document/element-name.ts'
import { readLocatedBlocks } from '#shared/document/read.ts'
import { blockText, contentText, type Content } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { RecordMemory } from './record-memory.ts'

/** Words in a text that was adopted without them, and whose they are. */
export type LeftOut = { person: PersonId; text: string }

/**
 * [V6] Paragraphs, in tables too, that the server has of a text and that were not read when it was adopted, by whoever wrote in them last:
 * another phone's edits, admitted before the vote was made known here.
 */
export function leftOut({ document, touches }: RecordMemory, adopted: Content): LeftOut[] {
  if (!document) return []
  const read = new Set(contentText(adopted).split('\n').map(plain))
  const words = new Map<PersonId, string[]>()
  for (const { block, element } of readLocatedBlocks(document.doc)) {
    const line = blockText(block)
    if (plain(line) === '' || read.has(plain(line))) continue
    const name = elementName(element)
    const author = touches.findLast(({ blocks }) =>
      blocks.some(({ id, inserted }) => id === name && inserted > 0),
    )
    if (author) words.set(author.person, [...(words.get(author.person) ?? []), line])
  }
  return [...words].map(([person, lines]) => ({ person, text: lines.join('\n') }))
}

const plain = (line: string): string => line.replace(/\s+/gu, ' ').trim()
