// @vitest-environment node
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Sheet } from '#shared/papers/sheet.ts'
import { line } from '#shared/papers/lines.ts'
import { docxOf } from './paper-file.ts'
import { zipOf } from './paper-file-zip.ts'

const sheet = (...words: string[]): Sheet => ({
  ...{ name: 'x', left: { superior: 'ĐẢNG BỘ', body: 'CHI BỘ' }, motto: 'ĐẢNG', placeDate: 'Thanh Mộc' },
  ...{ hyphens: false, signatures: { right: { lines: ['BÍ THƯ'], name: 'An' } }, recipients: [], marks: [] },
  body: words.map((one) => line([one])),
})

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
