import { blockText, type Block, type Content } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'

const isHeading = (block: Block): boolean => block.kind === 'heading' && block.depth === 0

/**
 * [T8] The lines of a resolution that are tasks: what stands under its second main heading, or under the one that names
 * tasks; lower headings and empty lines are none.
 */
export function taskLines(content: Content): string[] {
  const blocks = content.filter((part) => part.part === 'block')
  const headings = blocks.filter(isHeading)
  const named = headings.find(
    (block) => /nhiệm vụ/iu.test(blockText(block)) && !/đánh giá|kết quả/iu.test(blockText(block)),
  )
  const from = blocks.indexOf(named ?? headings[1] ?? blocks[0]!)
  if (from < 0 || (!named && headings.length < 2)) return []
  const rest = blocks.slice(from + 1)
  const end = rest.findIndex(isHeading)
  const lines = (end < 0 ? rest : rest.slice(0, end)).filter(({ kind }) => kind !== 'heading')
  return [...new Set(lines.map((block) => blockText(block).trim()).filter((line) => line !== ''))]
}

/** Who a line names, when it names exactly one: by the whole name, or by the given name after "đồng chí" or "đ/c". */
export function guessOwner(line: string, people: readonly { id: PersonId; name: string }[]): PersonId | null {
  const text = line.normalize('NFC')
  const whole = people.filter(({ name }) => text.includes(name))
  if (whole.length === 1) return whole[0]?.id ?? null
  const called = /(?:đồng chí|đ\/c)\s+(\p{L}+)/iu.exec(text)?.[1]
  const given = people.filter(({ name }) => called !== undefined && name.split(' ').at(-1) === called)
  return given.length === 1 ? (given[0]?.id ?? null) : null
}
