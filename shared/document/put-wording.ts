import * as Y from 'yjs'
import { blockText, type Block, type Run } from '#shared/records/content.ts'
import type { Anchor, ProposalWords } from '#shared/records/discussion.ts'
import { placeOf, type AnchorPlace } from './anchor.ts'
import { LocalWork, REMOTE } from './local-work.ts'
import { putPart } from './put-part.ts'
import { readLocated } from './read.ts'
import { insertPart } from './write.ts'

export type Proposed = { anchor: Anchor | null; says: ProposalWords }

/** How a wording goes in: over the words it was proposed for, or, where these have changed, over the whole paragraph. */
export type PutHow = 'words' | 'paragraph'

/** [C7] Whether the words a proposal is about stand as they stood. */
export function standsUnchanged({ anchor, says }: Proposed, place: AnchorPlace | null): boolean {
  return says.way === 'after' || (place !== null && anchor !== null && place.words === anchor.words)
}

/** The paragraph as it stood when the proposal was made, and as it is wanted. */
export function proposedParagraph({ anchor, says }: Proposed): { was: string; wanted: string } {
  const { before, behind, wording } = says
  const was = says.way === 'after' ? '' : (anchor?.words ?? '')
  return { was: before + was + behind, wanted: before + wording + behind }
}

/**
 * [C6] Puts a proposal's wording into the text, as one session's own update.
 * @param client a fresh client id: what this person types besides does not rest on the decision
 * @returns null when its paragraph is gone
 */
export function wordingUpdate(
  doc: Y.Doc,
  proposed: Proposed,
  { client, how }: { client: number; how: PutHow },
): Uint8Array | null {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), REMOTE)
  copy.clientID = client
  const work = new LocalWork(copy)
  const put = copy.transact(() => putWording(copy, proposed, how))
  const update = work.cut()
  copy.destroy()
  return put ? update : null
}

function putWording(doc: Y.Doc, proposed: Proposed, how: PutHow): boolean {
  const { anchor, says } = proposed
  const parts = readLocated(doc)
  const place = anchor && placeOf(doc, anchor)
  const beside = place ? parts[place.index] : undefined
  if (says.way === 'after') {
    const like = beside ?? parts.at(-1)
    insertPart(doc, newBlock(like?.part.part === 'block' ? like.part : null, says.wording), like?.element)
    return true
  }
  if (!place || beside?.part.part !== 'block') return false
  const { element, part } = beside
  const over = how === 'words' ? place : { from: 0, to: blockText(part).length }
  const wording = how === 'words' ? says.wording : proposedParagraph(proposed).wanted
  return putPart(element, { ...part, runs: replaced(part.runs, over, wording) })
}

/** A new line of a list stands in the list; anything else is a paragraph. */
function newBlock(like: Block | null, text: string): Block {
  const inList = like?.kind === 'bullet' || like?.kind === 'number'
  const { kind, depth } = inList ? like : { kind: null, depth: 0 }
  return { part: 'block', kind, depth, runs: text === '' ? [] : [{ text }] }
}

/** New words look like the first letter they replace, or like what stands before them. */
function replaced(runs: readonly Run[], { from, to }: { from: number; to: number }, text: string): Run[] {
  const before: Run[] = []
  const after: Run[] = []
  let look: Run | undefined
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    const [head, tail] = [run.text.slice(0, from - start), run.text.slice(Math.max(0, to - start))]
    if (start < from) before.push({ ...run, text: head })
    if (end > to) after.push({ ...run, text: tail })
    if (end > from) look ??= run
    start = end
  }
  const like = look ?? runs.at(-1)
  return [...before, ...(text === '' ? [] : [{ ...like, text }]), ...after]
}
