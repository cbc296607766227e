import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import * as Y from 'yjs'
import { blockText, contentText, type Part } from '#shared/records/content.ts'
import { MOST_WORDING, type Anchor } from '#shared/records/discussion.ts'
import { elementName } from './element-name.ts'
import { readBlock, readLocated, textsOf, type Located } from './read.ts'

/** Where an anchor is now: the part, its place, and the stretch of its letters with the words that stand there. */
export type AnchorPlace = { index: number; part: string; from: number; to: number; words: string }

/**
 * [C2] Ties a stretch of a part (the whole part without one) to the letters of the document.
 * @returns null when there is no such part at the top of the text
 */
export function anchorAt(doc: Y.Doc, part: string, stretch?: { from: number; to: number }): Anchor | null {
  const element = readLocated(doc).find((located) => elementName(located.element) === part)?.element
  if (!element) return null
  if (element.nodeName !== 'block') return { part, words: '' }
  const text = lettersOf(element)
  const { from, to } = stretch ?? { from: 0, to: text.length }
  const positions = [positionIn(element, from, BEHIND), positionIn(element, to, BEFORE)] as const
  const words = text.slice(from, to).slice(0, MOST_WORDING)
  if (!positions[0] || !positions[1]) return { part, words }
  return { part, stretch: { from: encoded(positions[0]), to: encoded(positions[1]) }, words }
}

/** [C3] [C4] Where an anchor is now, alike on every device that has the same text; null when what it was about is gone. */
export function placeOf(doc: Y.Doc, anchor: Anchor): AnchorPlace | null {
  const parts = readLocated(doc)
  // CASE 1: its letters are there → where they are. CASE 2: its part alone is there, or was always all → the part.
  const place = placeOfLetters(doc, parts, anchor) ?? placeOfPart(parts, anchor)
  if (place?.words === anchor.words) return place
  // CASE 3: a split, a join or an undo wrote its letters anew → the one part that holds the very words.
  return placeOfWords(parts, anchor.words) ?? place
}

/** What stands between letters comes neither before the first nor behind the last of a stretch. */
const BEFORE = -1
const BEHIND = 0
/** Fewer letters could be somebody else's words as well. */
const LEAST_WORDS = 20

function placeOfLetters(doc: Y.Doc, parts: readonly Located[], { stretch }: Anchor): AnchorPlace | null {
  if (!stretch) return null
  const from = letterAt(doc, stretch.from)
  const index = parts.findIndex(({ element }) => element === from?.block)
  const element = parts[index]?.element
  if (!from || !element) return null
  const to = letterAt(doc, stretch.to)
  const text = lettersOf(element)
  const end = to?.block === element ? Math.max(from.offset, to.offset) : text.length
  const words = text.slice(from.offset, end)
  return { index, part: elementName(element) ?? '', from: from.offset, to: end, words }
}

function placeOfPart(parts: readonly Located[], { part }: Anchor): AnchorPlace | null {
  const index = parts.findIndex(({ element }) => elementName(element) === part)
  return index < 0 ? null : { index, part, from: 0, to: 0, words: '' }
}

function placeOfWords(parts: readonly Located[], words: string): AnchorPlace | null {
  if (words.trim().length < LEAST_WORDS) return null
  const holding = parts.flatMap(({ part, element }, index) => {
    const text = textOf(part)
    const from = text.indexOf(words)
    if (part.part !== 'block' || from < 0) return []
    const places = [{ index, part: elementName(element) ?? '', from, to: from + words.length, words }]
    return text.includes(words, from + 1) ? [...places, ...places] : places
  })
  return holding.length === 1 ? (holding[0] ?? null) : null
}

/** All words of one part. */
export const textOf = (part: Part): string => contentText([part])

const lettersOf = (element: Y.XmlElement): string => blockText(readBlock(element))

function positionIn(block: Y.XmlElement, at: number, side: number): Y.RelativePosition | null {
  let offset = at
  for (const text of textsOf(block)) {
    if (
      offset < text.length ||
      (offset === text.length && (side === BEFORE || text === textsOf(block).at(-1)))
    )
      return Y.createRelativePositionFromTypeIndex(text, offset, side)
    offset -= text.length
  }
  return null
}

/**
 * A letter's block and its offset there. What was undone is not followed: only the device that undid it knows. A root is
 * never named: asked for, Yjs would make it.
 */
function letterAt(doc: Y.Doc, position: string): { block: Y.XmlElement; offset: number } | null {
  const relative = decoded(position)
  if (!relative || relative.tname !== null) return null
  const place = Y.createAbsolutePositionFromRelativePosition(relative, doc, false)
  const block: unknown = place?.type.parent
  if (!place || !(block instanceof Y.XmlElement)) return null
  const texts = textsOf(block)
  const at = texts.findIndex((text) => text === place.type)
  if (at < 0) return null
  const before = texts.slice(0, at).reduce((sum, text) => sum + text.length, 0)
  return { block, offset: before + place.index }
}

const encoded = (position: Y.RelativePosition): string =>
  toBase64UrlEncoded(Y.encodeRelativePosition(position))

/** Null for bytes that are no position. */
function decoded(position: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(fromBase64UrlEncoded(position))
  } catch {
    return null
  }
}
