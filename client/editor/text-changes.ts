/** A replaced stretch: `from`–`to` of the old list became `newFrom`–`newTo` of the new one. */
export type Replaced = { from: number; to: number; newFrom: number; newTo: number }

/** Beyond so many differing places one stretch from the first to the last will do. */
const MOST_DIFFERENCES = 160

/**
 * The stretches in which two lists differ, in order, none touching the next (Myers' shortest edit script). Several
 * people's edits to one paragraph arrive together; replaced as one stretch they would throw the caret out.
 */
export function changesBetween(a: readonly string[], b: readonly string[]): Replaced[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const from = a.slice(start, a.length - end)
  const to = b.slice(start, b.length - end)
  if (from.length === 0 && to.length === 0) return []
  const whole = [{ from: 0, to: from.length, newFrom: 0, newTo: to.length }]
  const found = from.length === 0 || to.length === 0 ? whole : (shortest(from, to) ?? whole)
  return found.map((r) => ({
    from: r.from + start,
    to: r.to + start,
    newFrom: r.newFrom + start,
    newTo: r.newTo + start,
  }))
}

function shortest(a: readonly string[], b: readonly string[]): Replaced[] | null {
  const reach = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  for (let d = 0; d <= MOST_DIFFERENCES; d++) {
    trail.push(new Map(reach))
    for (let k = -d; k <= d; k += 2) {
      let x = startOf(reach, k, d)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) return backwards(trail, a.length, b.length)
    }
  }
  return null
}

/** Furthest x on diagonal k before its run of equal items: one step down from k + 1, or one to the right from k − 1. */
function startOf(reach: ReadonlyMap<number, number>, k: number, d: number): number {
  const above = reach.get(k + 1) ?? -1
  const left = reach.get(k - 1) ?? -1
  return k === -d || (k !== d && left < above) ? above : left + 1
}

function backwards(
  trail: readonly ReadonlyMap<number, number>[],
  aLength: number,
  bLength: number,
): Replaced[] {
  const found: Replaced[] = []
  let x = aLength
  let y = bLength
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d] ?? new Map<number, number>()
    const k = x - y
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const fromX = reach.get(down ? k + 1 : k - 1) ?? 0
    const fromY = fromX - (down ? k + 1 : k - 1)
    const step = down
      ? { from: fromX, to: fromX, newFrom: fromY, newTo: fromY + 1 }
      : { from: fromX, to: fromX + 1, newFrom: fromY, newTo: fromY }
    joinInFront(found, step)
    x = fromX
    y = fromY
  }
  return found
}

/** Steps come last first; one that touches the stretch behind it belongs to it. */
function joinInFront(found: Replaced[], step: Replaced): void {
  const next = found[0]
  if (next && next.from === step.to && next.newFrom === step.newTo)
    found[0] = { ...next, from: step.from, newFrom: step.newFrom }
  else found.unshift(step)
}
