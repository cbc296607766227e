import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'

/** Slow enough that ten thousand codes take a thief minutes; it keeps a helper out, not a laboratory. */
const ROUNDS = 200_000

export type Code = { salt: string; hash: string }

export async function hashedCode(code: string): Promise<Code> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt: toBase64UrlEncoded(salt), hash: await hashOf(code, salt) }
}

export async function codeIsRight(code: string, { salt, hash }: Code): Promise<boolean> {
  return (await hashOf(code, fromBase64UrlEncoded(salt))) === hash
}

async function hashOf(code: string, salt: Uint8Array): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: ROUNDS }
  return toBase64UrlEncoded(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}
