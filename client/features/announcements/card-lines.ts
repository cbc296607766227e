/** How wide a text comes out, pixels. */
type Measure = (text: string) => number

/**
 * Words in lines no wider than `width`, at most `most` of them; what does not fit ends in "…". A word wider than a line
 * stands alone and is cut.
 */
export function linesWithin(
  text: string,
  measure: Measure,
  { width, most }: { width: number; most: number },
): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  const shown = lines.slice(0, most)
  const isCut = lines.length > most
  return shown.map((each, i) => cut(isCut && i === most - 1 ? `${each} …` : each, measure, width))
}

function cut(line: string, measure: Measure, width: number): string {
  if (measure(line) <= width) return line
  const letters = [...line.replace(/ …$/u, '')]
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The largest of the sizes at which a text fits whole, else the smallest. */
export function sizeThatFits(
  sizes: readonly number[],
  linesAt: (size: number) => readonly string[],
): { size: number; lines: readonly string[] } {
  const tried = sizes.map((size) => ({ size, lines: linesAt(size) }))
  const whole = tried.find(({ lines }) => !lines.some((line) => line.endsWith('…')))
  return whole ?? tried.at(-1) ?? { size: 0, lines: [] }
}
