import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { selfSigned } from '#server/self-signed.fixture.ts'
import { App } from './app.ts'
import { House } from './house.ts'

const DAY = 24 * 60 * 60 * 1000

test('over https, as phones come: set up, opened offline, still there', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'tls-'))
  const { cert, key } = selfSigned(new Date(Date.now() + 90 * DAY))
  const [TLS_CERT, TLS_KEY] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(TLS_CERT, cert)
  writeFileSync(TLS_KEY, key)
  const house = await House.open({ TLS_CERT, TLS_KEY, HOST: '127.0.0.1' })
  const officer = await App.open([`--ignore-certificate-errors-spki-list=${fingerprintOf(cert)}`])
  try {
    await officer.visit(house.setUpLink)
    await officer.fill('Tên xã, phường', 'xã Thanh Ba')
    await officer.fill('Họ và tên đồng chí', 'Phạm Thị Yến')
    await officer.press('Lập sổ')
    await officer.press('Mở danh sách chi bộ')
    await officer.sees('Thanh Ba')
    await officer.canOpenOffline()
    await house.stop()
    await officer.visit(`${house.url}/people`)
    await officer.sees('Thanh Ba')
    expect(officer.complaints).toEqual([])
  } finally {
    await officer.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What Chromium asks for to believe one certificate: SHA-256 of its public key, base64. */
function fingerprintOf(cert: string): string {
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64')
}
