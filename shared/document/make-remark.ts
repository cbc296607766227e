import type * as Y from 'yjs'
import { blockText } from '#shared/records/content.ts'
import { MOST_WORDING, type Anchor, type RemarkWords } from '#shared/records/discussion.ts'
import { anchorAt } from './anchor.ts'
import { elementName } from './element-name.ts'
import { readLocated } from './read.ts'
import { wordingStretch } from './wording-stretch.ts'

/** What a person says about a part of a text, before its place is tied to the letters. */
export type Saying =
  | { is: 'comment'; text: string }
  /** The whole paragraph as he wants it. */
  | { is: 'proposal'; wanted: string; why?: string }
  /** A paragraph of its own behind the part, or at the end. */
  | { is: 'addition'; wording: string; why?: string }

export type Said = { anchor: Anchor | null; says: RemarkWords }

/**
 * [C2] Ties what somebody says to the text as he has it before him.
 * @param part name of the part it is about; null for the whole text, or its end
 * @returns null when the part is not there any more, no paragraph, or says already what is wanted
 */
export function saidAbout(doc: Y.Doc, part: string | null, saying: Saying): Said | null {
  const anchor = part === null ? null : anchorAt(doc, part)
  if (part !== null && !anchor) return null
  switch (saying.is) {
    case 'comment':
      return { anchor, says: { is: 'comment', text: saying.text } }
    case 'addition': {
      const { wording, why } = saying
      return { anchor, says: { is: 'proposal', way: 'after', wording, ...NOTHING_BESIDE, ...because(why) } }
    }
    case 'proposal':
      return part === null ? null : otherWording(doc, part, saying)
    default:
      return saying satisfies never
  }
}

const NOTHING_BESIDE = { before: '', behind: '' }
const because = (why: string | undefined) => (why === undefined ? {} : { why })

function otherWording(
  doc: Y.Doc,
  part: string,
  { wanted, why }: { wanted: string; why?: string },
): Said | null {
  const found = readLocated(doc).find(({ element }) => elementName(element) === part)?.part
  const paragraph = found?.part === 'block' ? blockText(found) : null
  if (paragraph === null || paragraph.length > MOST_WORDING) return null
  const stretch = wordingStretch(paragraph, wanted)
  if (!stretch) return null
  const { from, to, wording } = stretch
  const beside = { before: paragraph.slice(0, from), behind: paragraph.slice(to) }
  const anchor = anchorAt(doc, part, { from, to })
  return { anchor, says: { is: 'proposal', way: 'replace', wording, ...beside, ...because(why) } }
}
