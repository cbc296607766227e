import { expect, it } from 'vitest'
import { readLink } from './link.ts'

const [secret, fingerprint] = ['gzSYP1SoOySjwP7g4wljTw', 'UKdl1rMqagRs_d_MPzCBig']

it('reads what a phone and what the server itself put into a link', () => {
  expect(readLink(`${secret}.${fingerprint}`)).toEqual({ secret, fingerprint })
  expect(readLink(secret)).toEqual({ secret, fingerprint: null })
})

it('a link that lost letters on its way, or won some, is none', () => {
  const whole = `${secret}.${fingerprint}`
  const cut = [whole.slice(0, -1), `${secret}.`, secret.slice(1), '', '.', `.${fingerprint}`]
  for (const text of [...cut, `${whole}.`, `${whole} `, `${secret} `, `<${secret}>`])
    expect(readLink(text), text).toBeNull()
})

it('[E12] stands in a link like any secret, with the server’s fingerprint behind it', () => {
  const code = '4071339002158846'
  const fingerprint = 'Zm9vYmFyYmF6cXV4Zm9vYg'
  expect(readLink(`${code}.${fingerprint}`)).toEqual({ secret: code, fingerprint })
  expect(readLink(code)).toEqual({ secret: code, fingerprint: null })
  expect(readLink(`${code}5`)).toBeNull()
})
