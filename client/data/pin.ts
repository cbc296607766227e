/**
 * [E18] What is kept of a PIN: salt and slow hash, and how often it was wrong since it was last right. It keeps a
 * household out; whoever copies the disk into a laboratory finds four digits in minutes, and the book is beside them.
 */
export type StoredPin = { salt: Uint8Array; hash: Uint8Array; rounds: number; wrong: number; wrongAt: number }

const ROUNDS = 600_000
const FREE_TRIES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 15 * 60_000

export async function makePin(pin: string): Promise<StoredPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt, hash: await hashed(pin, salt, ROUNDS), rounds: ROUNDS, wrong: 0, wrongAt: 0 }
}

export async function isPin(pin: string, { salt, hash, rounds }: StoredPin): Promise<boolean> {
  const tried = await hashed(pin, salt, rounds)
  return tried.every((byte, i) => byte === hash[i])
}

/** [E18] How long no further try counts, milliseconds: five are free, then ever longer. */
export function waitLeft({ wrong, wrongAt }: StoredPin, now: number): number {
  if (wrong < FREE_TRIES) return 0
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE_TRIES))
  return Math.max(0, Math.min(wait, wrongAt + wait - now))
}

async function hashed(pin: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}
