import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIA_TYPES } from '#shared/records/attachment.ts'
import { fileNameOf } from './file-name.ts'

describe('[F13] the name of a file', () => {
  it.each([
    ['Dự thảo nghị quyết.pdf', 'Dự thảo nghị quyết.pdf'],
    ['C:\\Users\\an\\Bao cao.docx', 'Bao cao.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['hoa don\u202Efdp.exe', 'hoa donfdp.pdf'],
    ['a<b>:c?.PDF', 'a b c.pdf'],
    ['...', 'van ban.pdf'],
    ['', 'van ban.pdf'],
  ])('%s becomes %s', (given, kept) => {
    expect(fileNameOf(given, 'application/pdf')).toBe(kept)
  })

  it('never has a folder, a sign that steers or another end than its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...MEDIA_TYPES), (given, media) => {
        const name = fileNameOf(given, media)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*]/u)
        expect(name).toMatch(/^[^.\s].*\.(?:jpg|png|webp|pdf|docx|txt)$/su)
        expect(name.length).toBeLessThanOrEqual(2 * 96)
        expect(fileNameOf(name, media)).toBe(name)
      }),
    )
  })
})
