const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A random id of 16 characters (96 bits) of the base64url alphabet. */
export const newId = (): string => base64url(crypto.getRandomValues(new Uint8Array(12)))

/** The last part of a public link: 128 bits. */
export const newSlug = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)))

/** A Yjs client id for one session: 32 bits, never 0, never stored. */
export function newClientId(): number {
  const [id = 1] = crypto.getRandomValues(new Uint32Array(1))
  return id === 0 ? 1 : id
}
