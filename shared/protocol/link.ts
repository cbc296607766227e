import { SLIP_CODE } from '#shared/records/slip-code.ts'

/** The secret of a link: 16 random bytes, base64url. */
export const LINK_SECRET = /^[A-Za-z0-9_-]{22}$/

/**
 * What stands behind the `#` of an enrolment link: the secret (of a slip: its digits) and, where the link was made by a phone, a dot and the
 * fingerprint of the server's key. Null when it is anything else: a link that was cut or changed on its way.
 */
export function readLink(text: string): { secret: string; fingerprint: string | null } | null {
  const [secret = '', fingerprint, ...more] = text.split('.')
  if (!(LINK_SECRET.test(secret) || SLIP_CODE.test(secret)) || more.length > 0) return null
  if (fingerprint !== undefined && !FINGERPRINT.test(fingerprint)) return null
  return { secret, fingerprint: fingerprint ?? null }
}

/** The first 16 bytes of a SHA-256, base64url. */
const FINGERPRINT = LINK_SECRET
