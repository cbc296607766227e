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
