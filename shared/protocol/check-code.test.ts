import { expect, it } from 'vitest'
import { checkCode, claimProof } from './check-code.ts'

const keys = { signKey: 'B'.repeat(87), agreeKey: 'C'.repeat(87) }

it('[E5] both phones compute the same six digits from secret and keys', () => {
  expect(checkCode('A'.repeat(22), keys)).toMatch(/^\d{6}$/)
  expect(checkCode('A'.repeat(22), keys)).toBe(checkCode('A'.repeat(22), { ...keys }))
})

it('[E5] the digits differ for another secret, signing key or agreement key', () => {
  const codes = [
    checkCode('A'.repeat(22), keys),
    checkCode('a'.repeat(22), keys),
    checkCode('A'.repeat(22), { ...keys, signKey: 'b'.repeat(87) }),
    checkCode('A'.repeat(22), { ...keys, agreeKey: 'c'.repeat(87) }),
  ]
  expect(new Set(codes).size).toBe(4)
})

it('[E5] is this very number, also in later versions: phones of different age compare it', () => {
  expect(checkCode('AAAAAAAAAAAAAAAAAAAAAA', keys)).toBe('232530')
})

it('[E4] a proof names secret, device and both keys', () => {
  const proof = claimProof({ secret: 's', device: 'd', signKey: 'k', agreeKey: 'a' })
  expect(new TextDecoder().decode(proof)).toBe('s|d|k|a')
})
