import { createHash, X509Certificate } from 'node:crypto'
import { newAuthority, type Authority } from '#server/certificates.fixture.ts'
import { House } from './house.ts'

const DAY = 24 * 60 * 60 * 1000

/** A house over https, certified by an authority that was made for it and that no browser knows by itself. */
export async function trustedHouse(): Promise<{ house: House; authority: Authority }> {
  const authority = await newAuthority()
  const house = await House.open({ tls: await authority.issue(new Date(Date.now() + 90 * DAY)) })
  return { house, authority }
}

/**
 * How a browser is made to believe an authority without anything being installed: Chromium takes a chain in which the
 * key with this fingerprint (SHA-256 of its SubjectPublicKeyInfo, base64) stands. It is the authority's key, which the
 * server never has, not that of the server's certificate.
 */
export function trustOnly({ cert }: Authority): string[] {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  return [`--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`]
}
