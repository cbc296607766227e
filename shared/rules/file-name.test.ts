import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIA_TYPES } from '#shared/records/attachment.ts'
import { fileNameOf, packedName } from './file-name.ts'

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

describe('[X6] the name of a file in a package', () => {
  it.each([
    [1, 'Thông báo sinh hoạt', '01-Thong-bao-sinh-hoat.docx'],
    [12, 'Đ/c Đỗ Thị Hạnh: dự thảo (lần 1)', '12-D-c-Do-Thi-Hanh-du-thao-lan-1.docx'],
    [3, '…', '03-van-ban.docx'],
  ])('%i %s becomes %s', (number, given, name) => {
    expect(packedName(number, given, 'docx')).toBe(name)
  })

  it('is ASCII whatever it was, and sorts by its number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 99 }), (given, number) => {
        expect(packedName(number, given, 'pdf')).toMatch(
          /^\d\d-[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.pdf$/u,
        )
      }),
    )
  })
})
