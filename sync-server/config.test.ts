import { describe, expect, it } from 'vitest'
import { certificateWarning } from './certificate.ts'
import { localUrl, phonesCanCome, readConfig } from './config.ts'
import { greeting } from './greeting.ts'
import { newAuthority } from './certificates.fixture.ts'

const TLS = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }

describe('what the operator set', () => {
  it('lets nobody but this computer in while there is no https', () => {
    const config = readConfig({}, [])
    expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', publicUrl: null, demo: false })
    expect(config.dataDir).toMatch(/[\\/]data$/)
    expect(phonesCanCome(config)).toBe(false)
    expect(readConfig(TLS, []).host).toBe('0.0.0.0')
    expect(readConfig({ PUBLIC_URL: 'https://so.example' }, []).host).toBe('0.0.0.0')
  })

  it('keeps the demo’s data apart', () => {
    expect(readConfig({}, ['--demo']).dataDir).toMatch(/[\\/]data-demo$/)
  })

  it('says in a sentence what is wrong', () => {
    expect(() => readConfig({ PORT: 'http' }, [])).toThrow('PORT')
    expect(() => readConfig({ TLS_CERT: 'cert.pem' }, [])).toThrow('belong together')
    expect(() => readConfig({ PUBLIC_URL: 'so.example' }, [])).toThrow('PUBLIC_URL')
    expect(() => readConfig({ PUBLIC_URL: 'https://so.example/so' }, [])).toThrow('without a path')
  })
})

describe('the greeting', () => {
  it('shows a QR only when a phone could follow it', () => {
    const reachable = readConfig({ PUBLIC_URL: 'https://so.example/' }, [])
    const text = greeting(reachable, { setUp: 'secret', demo: [] })
    expect(text).toContain('https://so.example/setup#secret')
    expect(text).toMatch(/[▀▄█]/)
  })

  it('else gives the link for this computer and says why', () => {
    for (const env of [
      {},
      TLS,
      { PUBLIC_URL: 'http://192.168.1.5:8787' },
      { PUBLIC_URL: 'https://localhost:8787' },
    ]) {
      const config = readConfig(env, [])
      const text = greeting(config, { setUp: 'secret', demo: [] })
      expect(text).toContain(`${localUrl(config)}/setup#secret`)
      expect(text).toContain('PUBLIC_URL')
      expect(text).not.toMatch(/[▀▄█]/)
    }
  })

  it('has one line a person for the demo', () => {
    const text = greeting(readConfig({}, ['--demo']), {
      setUp: null,
      demo: [{ who: 'Bí thư', secret: 'abc' }],
    })
    expect(text).toContain('Bí thư:\n  http://localhost:8787/enrol#abc')
  })
})

describe('the certificate', () => {
  it('is warned of two weeks before it ends', async () => {
    const now = Date.UTC(2026, 11, 3)
    const { issue } = await newAuthority()
    const warningFor = async (days: number) =>
      certificateWarning((await issue(new Date(now + days * 86_400_000))).cert, now)
    expect(await warningFor(30)).toBeNull()
    expect(await warningFor(10)).toContain('10 ngày')
    expect(await warningFor(-1)).toContain('HẾT HẠN')
  })
})
