import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/**
 * [E5] The six digits both phones show: from the secret one of them drew and the keys the other one made. Equal digits
 * mean that nobody else opened the link.
 * @param keys raw P-256 points, base64url
 */
export function checkCode(secret: string, keys: { signKey: string; agreeKey: string }): string {
  const hash = digest(encodeUtf8(secret + keys.signKey + keys.agreeKey))
  const first = [...hash.slice(0, 8)].reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  return String(first % 1_000_000n).padStart(6, '0')
}

/** What a new phone signs to prove that the signing key is its own. */
export function claimProof(claim: {
  secret: string
  device: string
  signKey: string
  agreeKey: string
}): Uint8Array {
  return encodeUtf8([claim.secret, claim.device, claim.signKey, claim.agreeKey].join('|'))
}
