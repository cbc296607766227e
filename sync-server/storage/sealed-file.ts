import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { createReadStream, createWriteStream, openSync, readSync, closeSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'

/**
 * A backup under a passphrase: magic, salt, nonce, AES-256-GCM of the file, tag. The key is scrypt's, 128 MB of
 * memory a guess. Nothing of an opened file may be used before `openSealed` has resolved: only then the tag held.
 */
export async function seal(file: string, sealed: string, passphrase: string): Promise<void> {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  async function* parts(): AsyncGenerator<Buffer> {
    yield Buffer.concat([MAGIC, salt, nonce])
    for await (const piece of createReadStream(file)) yield cipher.update(piece as Buffer)
    yield cipher.final()
    yield cipher.getAuthTag()
  }
  await pipeline(Readable.from(parts()), createWriteStream(sealed, { flags: 'wx', mode: 0o600 }))
}

/** @throws when the file is truncated or altered, or the passphrase is another one */
export async function openSealed(sealed: string, file: string, passphrase: string): Promise<void> {
  const head = bytesAt(sealed, 0, HEAD)
  const size = statSync(sealed).size
  if (size < HEAD + TAG) throw new Error('the backup is cut off')
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(passphrase, salt),
    head.subarray(MAGIC.length + SALT),
  )
  decipher.setAuthTag(bytesAt(sealed, size - TAG, TAG))
  const body = createReadStream(sealed, { start: HEAD, end: size - TAG - 1 })
  try {
    await pipeline(body, decipher, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch {
    throw new Error('the passphrase is another one, or the backup is cut off or altered')
  }
}

export function isSealed(file: string): boolean {
  return bytesAt(file, 0, MAGIC.length).equals(MAGIC)
}

const MAGIC = Buffer.from('SoChiBo backup 1')
const SALT = 16
const NONCE = 12
const TAG = 16
const HEAD = MAGIC.length + SALT + NONCE

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, {
    N: 2 ** 17,
    r: 8,
    p: 1,
    maxmem: 256 * 1024 * 1024,
  })
}

function bytesAt(file: string, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
  } finally {
    closeSync(handle)
  }
}
