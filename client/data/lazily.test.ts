import { describe, expect, it } from 'vitest'
import { lazily } from './lazily.ts'

type Bell = { name(): string; ring(times: number): Promise<string> }
const bell = (): Bell => ({ name: () => 'fetched', ring: async (times) => 'ding '.repeat(times).trim() })

describe('functions that are fetched when first called', () => {
  it('are fetched once, and what is here already never', async () => {
    let loads = 0
    const lazy = lazily(async () => (loads++, bell()), { name: () => 'here' })
    expect([lazy.name(), loads]).toEqual(['here', 0])
    expect([await lazy.ring(2), await lazy.ring(1), loads]).toEqual(['ding ding', 'ding', 1])
  })

  it('are asked for again when they could not be fetched', async () => {
    let offline = true
    const lazy = lazily(async () => {
      if (offline) throw new TypeError('offline')
      return bell()
    })
    await expect(lazy.ring(1)).rejects.toThrow('offline')
    offline = false
    expect(await lazy.ring(1)).toBe('ding')
  })

  it('are no promise themselves', async () => {
    const lazy = lazily(async () => bell())
    expect(await Promise.resolve(lazy)).toBe(lazy)
  })
})
