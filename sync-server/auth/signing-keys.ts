import { webcrypto } from 'node:crypto'

type Key = webcrypto.CryptoKey

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const WITH_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const
const MOST_KEYS = 2000

/** Whether a signature over bytes is by a public key (raw P-256 point, base64url); a key that is none signs nothing. */
export function signatureChecker(): (
  publicKey: string,
  signature: Uint8Array,
  bytes: Uint8Array,
) => Promise<boolean> {
  const known = new Map<string, Key>()
  return async (publicKey, signature, bytes) => {
    try {
      const key = known.get(publicKey) ?? (await importPoint(publicKey))
      known.delete(publicKey)
      known.set(publicKey, key)
      if (known.size > MOST_KEYS) known.delete(known.keys().next().value ?? '')
      return await webcrypto.subtle.verify(WITH_SHA256, key, new Uint8Array(signature), new Uint8Array(bytes))
    } catch {
      return false // not a point of the curve
    }
  }
}

/** Whether the text is a point of the curve a phone could have made. */
export async function isPublicKey(publicKey: string): Promise<boolean> {
  return importPoint(publicKey).then(
    () => true,
    () => false,
  )
}

function importPoint(publicKey: string): Promise<Key> {
  const raw = new Uint8Array(Buffer.from(publicKey, 'base64url'))
  return webcrypto.subtle.importKey('raw', raw, P256, false, ['verify'])
}
