import type { SlipDesk } from '#client/data/commands.ts'
import type { Choice } from './world.ts'
import { personId } from './people.ts'

const DAY = 24 * 60 * 60_000

/** Slips of a training afternoon: who has one, and who waits. */
export function madeUpSlips({ amount }: Choice, now: number): SlipDesk {
  const count = { none: 0, one: 1, many: 9 }[amount]
  const people = Array.from({ length: count }, (_, i) => personId(i + 4))
  const decided = async (ids: readonly string[]) => ({ ok: true as const, done: ids, refused: [] })
  return {
    make: async () => ({
      ok: true,
      expiresAt: now + 7 * DAY,
      slips: people.map((person, i) => {
        const code = String(4_071_339_002_158_846 + i * 1_234_567)
        return { person, code, link: `https://so.thanhba.example/enrol#${code}.Zm9vYmFyYmF6cXV4Zm9vYg` }
      }),
    }),
    seen: async () => ({
      ok: true,
      open: people.slice(0, 4).map((person) => ({ id: `open-${person}`, person, expiresAt: now + 6 * DAY })),
      waiting: people.map((person, i) => ({
        ...{
          id: `waits-${person}`,
          person,
          since: now - i * 3_600_000,
          checkCode: String(407_913 + i * 1009),
        },
        label: i % 2 === 0 ? 'SM-A057F' : 'Redmi Note 12',
      })),
    }),
    approve: decided,
    turnAway: decided,
    withdraw: async () => ({ ok: true }),
  }
}
