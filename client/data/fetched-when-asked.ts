type Method = (...of: never[]) => unknown

/**
 * An object whose methods are fetched with the first call: the first picture needs none of them. Each answers a promise;
 * what must answer at once is given in `now`. A fetch that failed is tried again by the next call.
 */
export function fetchedWhenAsked<T extends object>(load: () => Promise<T>, now: Partial<T> = {}): T {
  let loaded: Promise<T> | null = null
  const fetched = () => {
    loaded ??= load()
    loaded.catch(() => (loaded = null))
    return loaded
  }
  const later =
    (name: keyof T) =>
    async (...of: never[]) => {
      const whole = await fetched()
      return (whole[name] as Method).apply(whole, of)
    }
  return new Proxy({} as T, {
    // Whatever waits for this object asks it for `then`, and symbols are nobody's methods.
    get: (_, name) =>
      typeof name === 'symbol' || name === 'then'
        ? undefined
        : (now[name as keyof T] ?? later(name as keyof T)),
  })
}
