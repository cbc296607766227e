import { createHash, webcrypto } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFile, flushFolder } from '#server/storage/data-folder.ts'

/** What the server signs rosters and receipts with. Phones keep its fingerprint from the day they were let in. */
export type ServerKey = {
  /** 64 bytes, r‖s */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  /** Raw P-256 point, base64url. */
  publicKey: string
  /** First 16 bytes of its SHA-256, base64url. */
  fingerprint: string
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const WITH_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Reads the key from its file, or makes one there that only this user can read. */
export async function openServerKey(file: string): Promise<ServerKey> {
  if (!existsSync(file)) await makeKey(file)
  const jwk = JSON.parse(readFileSync(file, 'utf8')) as webcrypto.JsonWebKey
  const privateKey = await webcrypto.subtle.importKey('jwk', jwk, P256, false, ['sign'])
  const { d: _, key_ops: __, ...open } = jwk
  const opened = await webcrypto.subtle.importKey('jwk', open, P256, true, ['verify'])
  const raw = Buffer.from(await webcrypto.subtle.exportKey('raw', opened))
  return {
    sign: async (bytes) =>
      new Uint8Array(await webcrypto.subtle.sign(WITH_SHA256, privateKey, new Uint8Array(bytes))),
    publicKey: raw.toString('base64url'),
    fingerprint: createHash('sha256').update(raw).digest().subarray(0, 16).toString('base64url'),
  }
}

/** Written beside and renamed: half a key would be a new server to every phone. */
async function makeKey(file: string): Promise<void> {
  const pair = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const jwk = await webcrypto.subtle.exportKey('jwk', pair.privateKey)
  writeFileSync(`${file}.new`, JSON.stringify(jwk), { mode: 0o600 })
  flushFile(`${file}.new`)
  renameSync(`${file}.new`, file)
  flushFolder(dirname(file))
}
