/** The items by what they have in common, in the order they come. */
export function grouped<K, T>(items: readonly T[], by: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const there = groups.get(by(item))
    if (there) there.push(item)
    else groups.set(by(item), [item])
  }
  return [...groups]
}
