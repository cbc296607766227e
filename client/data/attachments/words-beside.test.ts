import { expect, it } from 'vitest'
import { mediaTypeOf } from '#shared/rules/attachment-type.ts'
import { bytesAsWords, wordsAsBytes } from './words-beside.ts'

const SALT = 'abcdefghijklmnopqrst_-'

it('[F15] words beside a record are known by their first bytes and come back as they were', () => {
  const words = 'Tôi còn chậm báo cáo.\nSẽ sửa trong quý sau.'
  const bytes = wordsAsBytes(words, SALT)
  expect(mediaTypeOf(bytes)).toBe('text/plain')
  expect(bytesAsWords(bytes)).toBe(words)
})

it('[F15] the same words under another salt are other bytes, so that a hash tells nothing once they are gone', () => {
  expect(wordsAsBytes('Bùi Văn An', SALT)).not.toEqual(wordsAsBytes('Bùi Văn An', SALT.toUpperCase()))
})

it('[F15] bytes without mark or salt are no words', () => {
  const plain = new TextEncoder().encode('Bùi Văn An')
  expect(bytesAsWords(plain)).toBeNull()
  expect(bytesAsWords(Uint8Array.of(0xef, 0xbb, 0xbf, ...plain))).toBeNull()
  expect(mediaTypeOf(plain)).toBeNull()
})
