// @vitest-environment node
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '#shared/papers/sheet.ts'
import { line } from '#shared/papers/lines.ts'
import { docxOf } from './paper-file.ts'
import { docxBearsMarking, zipOf } from './paper-file-zip.ts'

const sheet = (...words: string[]): Sheet => ({
  ...{ name: 'x', left: { superior: 'ĐẢNG BỘ', body: 'CHI BỘ' }, motto: 'ĐẢNG', placeDate: 'Thanh Mộc' },
  ...{ hyphens: false, signatures: { right: { lines: ['BÍ THƯ'], name: 'An' } }, recipients: [], marks: [] },
  body: words.map((one) => line([one])),
})
const asDocx = (xml: string, name = 'word/document.xml') =>
  new Blob([zipSync({ [name]: strToU8(xml) }) as BlobPart])

it('[X6] a package is one ZIP with its files as they are, in their order', async () => {
  const zip = await zipOf([
    { name: '01-Thong-bao.docx', bytes: await docxOf([sheet('Chi bộ thông báo')]) },
    { name: '02-anh.jpg', bytes: new Blob(['ảnh']) },
  ])
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  expect(Object.keys(files)).toEqual(['01-Thong-bao.docx', '02-anh.jpg'])
  expect(strFromU8(files['02-anh.jpg'] ?? new Uint8Array())).toBe('ảnh')
  const docx = unzipSync(files['01-Thong-bao.docx'] ?? new Uint8Array())
  expect(strFromU8(docx['word/document.xml'] ?? new Uint8Array())).toContain('Chi bộ thông báo')
})

describe('[X4] a marking of secrecy inside a DOCX', () => {
  it('is seen where it stands by itself, whatever the runs', async () => {
    const marked = ['TUYỆT MẬT', 'Độ mật: Mật', '[MẬT]']
    for (const words of marked)
      expect(await docxBearsMarking(await docxOf([sheet('Kính gửi', words)]))).toBe(true)
    const runs = '<w:p><w:r><w:t>TỐI</w:t></w:r><w:r><w:t xml:space="preserve"> MẬT</w:t></w:r></w:p>'
    expect(await docxBearsMarking(asDocx(runs))).toBe(true)
    const inHeader = zipSync({
      'word/document.xml': strToU8('<w:p>Kính gửi</w:p>'),
      'word/header1.xml': strToU8('<w:p>MẬT</w:p>'),
    })
    expect(await docxBearsMarking(new Blob([inHeader as BlobPart]))).toBe(true)
  })

  it('is not words that have it inside them', async () => {
    expect(await docxBearsMarking(await docxOf([sheet('Nuôi ong mật', 'giữ bí mật, mật độ')]))).toBe(false)
  })

  it('is taken for there where nobody can say: no ZIP, no words, far too many', async () => {
    expect(await docxBearsMarking(new Blob(['PK rác']))).toBe(true)
    expect(await docxBearsMarking(asDocx('<w:p>MẬT</w:p>', 'khac.xml'))).toBe(true)
    const huge = asDocx(`<w:p>${' '.repeat(17_000_000)}</w:p>`)
    expect(await docxBearsMarking(huge)).toBe(true)
  })
})
