import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { idSchema, instantSchema } from '#shared/records/ids.ts'

/**
 * Whose device a signing key belongs to, as the server signed it. With it a phone that has never met another one believes
 * its batches without any network (J2). It tells nothing about today: a device may have been shut out since.
 */
const certificateSchema = v.object({
  lineage: idSchema,
  device: idSchema,
  person: idSchema,
  /** Raw P-256 point, base64url. */
  signKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{80,100}$/)),
  issuedAt: instantSchema,
})
export type DeviceCertificate = v.InferOutput<typeof certificateSchema>

/** Something the server signed, as it travels: the exact bytes and the signature over them. */
export type SignedBytes = { bytes: Uint8Array; signature: Uint8Array }

/** UTF-8 JSON; what is signed are exactly these bytes. */
export const encodeCertificate = (certificate: DeviceCertificate): Uint8Array =>
  encodeUtf8(JSON.stringify(certificate))

/** Null when the bytes are no certificate. */
export function decodeCertificate(bytes: Uint8Array): DeviceCertificate | null {
  try {
    const parsed = v.safeParse(certificateSchema, JSON.parse(decodeUtf8(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
