// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '#shared/papers/sheet.ts'
import { line } from '#shared/papers/lines.ts'
import { docxOf } from './paper-file.ts'
import { markingOfDocx } from './paper-file-marking.ts'

const sheet = (...words: string[]): Sheet => ({
  ...{ name: 'x', left: { superior: 'ĐẢNG BỘ', body: 'CHI BỘ' }, motto: 'ĐẢNG', placeDate: 'Thanh Mộc' },
  ...{ hyphens: false, signatures: { right: { lines: ['BÍ THƯ'], name: 'An' } }, recipients: [], marks: [] },
  body: words.map((one) => line([one])),
})
const asDocx = (xml: string, name = 'word/document.xml') =>
  new Blob([zipSync({ [name]: strToU8(xml) }) as BlobPart])

describe('[F16] [X4] a marking of secrecy inside a DOCX', () => {
  it('is seen where it stands by itself, whatever the runs', async () => {
    const marked = ['TUYỆT MẬT', 'Độ mật: Mật', '[MẬT]']
    for (const words of marked)
      expect(await markingOfDocx(await docxOf([sheet('Kính gửi', words)]))).toBe('borne')
    const runs = '<w:p><w:r><w:t>TỐI</w:t></w:r><w:r><w:t xml:space="preserve"> MẬT</w:t></w:r></w:p>'
    expect(await markingOfDocx(asDocx(runs))).toBe('borne')
    const inHeader = zipSync({
      'word/document.xml': strToU8('<w:p>Kính gửi</w:p>'),
      'word/header1.xml': strToU8('<w:p>MẬT</w:p>'),
    })
    expect(await markingOfDocx(new Blob([inHeader as BlobPart]))).toBe('borne')
  })

  it('is not words that have it inside them', async () => {
    expect(await markingOfDocx(await docxOf([sheet('Nuôi ong mật', 'giữ bí mật, mật độ')]))).toBe('none')
  })

  it('is not told where nobody can say: no ZIP, no words, far too many', async () => {
    expect(await markingOfDocx(new Blob(['PK rác']))).toBe('unreadable')
    expect(await markingOfDocx(asDocx('<w:p>MẬT</w:p>', 'khac.xml'))).toBe('unreadable')
    const huge = asDocx(`<w:p>${' '.repeat(17_000_000)}</w:p>`)
    expect(await markingOfDocx(huge)).toBe('unreadable')
  })
})
