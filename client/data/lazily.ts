type Asked = (...of: unknown[]) => unknown

/**
 * Functions that are fetched when the first of them is called, because the first picture needs none.
 * @param own what is here at once, also what answers without a promise
 */
export function lazily<T extends object>(load: () => Promise<T>, own: Partial<T> = {}): T {
  let loaded: Promise<T> | null = null
  const fetched = () => {
    loaded ??= load()
    loaded.catch(() => (loaded = null))
    return loaded
  }
  return new Proxy(own as T, {
    get: (here, name) => {
      const key = name as keyof T
      if (key in here || name === 'then') return here[key]
      return async (...of: unknown[]) => ((await fetched())[key] as Asked)(...of)
    },
  })
}
