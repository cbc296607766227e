import { blockText, type Block, type Content } from '#shared/records/content.ts'
import type { ClearWords } from '#shared/rulesets/clear-words.ts'

/** What a line does not say: who does it, by when, or what comes of it. */
export const MISSING = ['who', 'when', 'what'] as const
export type Missing = (typeof MISSING)[number]
export type UnclearLine = { index: number; missing: readonly Missing[] }

/**
 * [R10] What a task does not say. Advice, never a judgement: a sentence can be clear in words this does not know.
 * @param names people of the roster, in full
 */
export function missingIn(line: string, names: readonly string[], words: ClearWords): Missing[] {
  const text = line.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const missing: Missing[] = []
  if (!namesSomebody(text, names, words)) missing.push('who')
  if (!timesOf(words).test(small(text))) missing.push('when')
  if (!namesSomething(small(text), words)) missing.push('what')
  return missing
}

/** [R10] The unclear lines among the tasks of a text; a point that has points below it is read with each of them. */
export function unclearLines(content: Content, names: readonly string[], words: ClearWords): UnclearLine[] {
  const found: UnclearLine[] = []
  for (const { index, line } of tasksIn(content)) {
    const missing = missingIn(line, names, words)
    if (missing.length > 0) found.push({ index, missing })
  }
  return found
}

/** Shorter lines are a beginning, not a task. */
const LEAST_WORDS = 3

function tasksIn(content: Content): { index: number; line: string }[] {
  const tasks: { index: number; line: string }[] = []
  const above: Block[] = []
  let amongTasks = false
  for (const [index, part] of content.entries()) {
    if (part.part !== 'block') continue
    if (part.kind === 'heading' && part.depth === 0) amongTasks = isHeadingOfTasks(blockText(part))
    if (!amongTasks || (part.kind !== 'number' && part.kind !== 'bullet')) continue
    above.length = Math.min(above.length, part.depth)
    const line = [...above.map(blockText), blockText(part)].join(' ')
    above[part.depth] = part
    const next = content[index + 1]
    const hasPoints = next?.part === 'block' && isPoint(next) && next.depth > part.depth
    if (!hasPoints && line.trim().split(/\s+/u).length >= LEAST_WORDS) tasks.push({ index, line })
  }
  return tasks
}

const isPoint = ({ kind }: Block): boolean => kind === 'number' || kind === 'bullet'

/** The second part of a resolution, or whichever part is about tasks still to be done. */
const isHeadingOfTasks = (text: string): boolean =>
  /^(?:ii|iii)?[-.\s]*(?:phương hướng,? )?nhiệm vụ/iu.test(text.trim()) && !/tháng trước|kết quả/iu.test(text)

function namesSomebody(text: string, names: readonly string[], { titles, bodies }: ClearWords): boolean {
  const folded = small(text)
  if (bodies.some((body) => standsIn(folded, body))) return true
  if (names.some((name) => standsIn(folded, small(name)))) return true
  const titled = new RegExp(String.raw`(?<!\p{L})(?:${titles.map(escaped).join('|')})\.? ?`, 'giu')
  return [...text.matchAll(titled)].some(({ 0: title, index }) =>
    /^\p{Lu}/u.test(text.slice(index + title.length)),
  )
}

function namesSomething(text: string, { units, products, ...words }: ClearWords): boolean {
  const timeless = text.replace(new RegExp(timesOf(words).source, 'gu'), ' ')
  if (products.some((product) => standsIn(timeless, product))) return true
  const counted = new RegExp(
    String.raw`(?:\d+(?:[.,]\d+)*|(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)) ?(?:${units.map(escaped).join('|')})(?!\p{L})`,
    'u',
  )
  return counted.test(timeless)
}

const timesOf = ({ times }: Pick<ClearWords, 'times'>): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${times.join('|')})`, 'u')

function standsIn(text: string, words: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\d])${escaped(words)}(?![\p{L}\d])`, 'u').test(text)
}

const small = (text: string): string => text.toLocaleLowerCase('vi')
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
