import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'

/** Both pairs of a device, private halves non-extractable: they can be used on this phone and never leave it. */
export type DeviceKeys = { sign: CryptoKeyPair; agree: CryptoKeyPair; signKey: string; agreeKey: string }

const CURVE = { namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

/** Makes the signing (ECDSA) and agreement (ECDH) pairs; public halves as raw points, base64url. */
export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const { subtle } = crypto
  const sign = await subtle.generateKey({ name: 'ECDSA', ...CURVE }, false, ['sign', 'verify'])
  const agree = await subtle.generateKey({ name: 'ECDH', ...CURVE }, false, ['deriveBits'])
  return { sign, agree, signKey: await rawPoint(sign.publicKey), agreeKey: await rawPoint(agree.publicKey) }
}

export const signerOf =
  ({ sign }: Pick<DeviceKeys, 'sign'>) =>
  async (bytes: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign(SIGNING, sign.privateKey, bytes as BufferSource))

/** Checks signatures of one public key (raw point, base64url). */
export function verifierOf(
  publicKey: string,
): (signature: Uint8Array, bytes: Uint8Array) => Promise<boolean> {
  const raw = fromBase64UrlEncoded(publicKey)
  const key = crypto.subtle.importKey('raw', raw as BufferSource, { name: 'ECDSA', ...CURVE }, false, [
    'verify',
  ])
  return async (signature, bytes) =>
    crypto.subtle.verify(SIGNING, await key, signature as BufferSource, bytes as BufferSource)
}

/** First 16 bytes of the SHA-256 of a public key, base64url: what an enrolment link says about the server. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', fromBase64UrlEncoded(publicKey) as BufferSource)
  return toBase64UrlEncoded(new Uint8Array(hash).slice(0, 16))
}

async function rawPoint(key: CryptoKey): Promise<string> {
  return toBase64UrlEncoded(new Uint8Array(await crypto.subtle.exportKey('raw', key)))
}
