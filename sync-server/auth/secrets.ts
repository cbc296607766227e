import { createHash, timingSafeEqual } from 'node:crypto'

/** So many unguessable bytes. */
export type Chance = (bytes: number) => Uint8Array

/** Unguessable text: 16 bytes are 22 characters, 32 are 43. */
export function newSecret(chance: Chance, bytes: number): string {
  return Buffer.from(chance(bytes)).toString('base64url')
}

/** What is kept of a secret: whoever reads the data cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
