/** Real ECDSA P-256 keys, as phones and server have them. */
export type KeyPair = { publicKey: string; sign: (bytes: Uint8Array) => Promise<Uint8Array> }

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

export async function makeKeys(): Promise<KeyPair> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return {
    publicKey: Buffer.from(raw).toString('base64url'),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(SIGNING, pair.privateKey, bytes.slice())),
  }
}

const imported = new Map<string, Promise<CryptoKey>>()

export async function verify(publicKey: string, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  const raw = Buffer.from(publicKey, 'base64url')
  const key = imported.get(publicKey) ?? crypto.subtle.importKey('raw', raw, ALGORITHM, true, ['verify'])
  imported.set(publicKey, key)
  return crypto.subtle.verify(SIGNING, await key, signature.slice(), bytes.slice())
}
