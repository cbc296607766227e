import { createHash, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { SLIP_CODE } from '#shared/records/slip-code.ts'

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

const slowly = promisify(pbkdf2)
const ROUNDS = 10_000

/** [E7] Of a slip's 53 bits a quick hash would tell them to whoever has the disk and a week; of 128 it tells nothing. */
export async function hashOfEnrolment(secret: string): Promise<string> {
  if (!SLIP_CODE.test(secret)) return hashOf(secret)
  return (await slowly(secret, 'so-chi-bo slip', ROUNDS, 32, 'sha256')).toString('base64url')
}

/** [E12] Sixteen digits, each as likely as any other. */
export function newSlipCode(chance: Chance): string {
  let code = ''
  // 250 is the last multiple of ten a byte holds: beyond it small digits would come more often.
  while (code.length < 16)
    for (const byte of chance(16)) if (byte < 250 && code.length < 16) code += byte % 10
  return code
}

export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
