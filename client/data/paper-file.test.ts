import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '#shared/papers/sheet.ts'
import { docxOf } from './paper-file.ts'

const SHEET: Sheet = {
  name: 'NQ',
  left: { superior: 'ĐẢNG ỦY XÃ THANH MỘC', body: 'CHI BỘ KHU ĐỒNG MÍT' },
  motto: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  number: 'Số 05-NQ/CB',
  placeDate: 'Thanh Mộc, ngày 03 tháng 02 năm 2026',
  type: 'NGHỊ QUYẾT',
  summary: 'về lãnh đạo nhiệm vụ',
  hyphens: true,
  body: [
    { part: 'block', kind: 'heading', depth: 0, runs: [{ text: 'I- ĐÁNH GIÁ' }] },
    { part: 'block', kind: 'number', depth: 0, runs: [{ text: 'Việc một', bold: true }] },
    { part: 'block', kind: 'number', depth: 1, runs: [{ text: 'phần nhỏ' }] },
    { part: 'table', rows: [[[{ part: 'block', kind: null, depth: 0, runs: [{ text: 'TT <b>' }] }]]] },
  ],
  signatures: { right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Bùi Thị Thu An' } },
  recipients: ['Lưu Chi bộ.'],
  marks: ['Dự thảo lần 1'],
}

describe('a paper as DOCX, opened again', async () => {
  const bytes = new Uint8Array(await (await docxOf([SHEET, SHEET])).arrayBuffer())
  const files = unzipSync(bytes)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array())
  const text = xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '')

  it('[Y8] [Y9] has every line, in the order of the paper', () => {
    const lines = [
      'Dự thảo lần 1',
      'ĐẢNG ỦY XÃ THANH MỘC',
      'CHI BỘ KHU ĐỒNG MÍT',
      'Số 05-NQ/CB',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
    ]
    const more = [
      'NGHỊ QUYẾT',
      '-----',
      'I- ĐÁNH GIÁ',
      '1. Việc một',
      'a) phần nhỏ',
      'Lưu Chi bộ.',
      'T/M CHI BỘ',
      'BÍ THƯ',
      'Bùi Thị Thu An',
    ]
    let at = 0
    for (const one of [...lines, ...more]) {
      const found = text.indexOf(one, at)
      expect(found, one).toBeGreaterThanOrEqual(at)
      at = found
    }
  })

  it('[Y16] numbers its pages from the second on', () => {
    const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/u.test(name))
    const fields = headers.map((name) => strFromU8(files[name] ?? new Uint8Array()).includes('>PAGE<'))
    expect(fields.filter(Boolean).length).toBe(headers.length / 2)
    expect(xml).toContain('<w:titlePg')
  })

  it('is A4 with the margins 20, 20, 30 and 15 mm, 14 points, exact lines of 18', () => {
    const number = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(section)?.[1])
    const mm = (twips: number) => Math.round((twips * 254) / 14400)
    const section = xml.slice(xml.lastIndexOf('<w:sectPr'))
    const sizes = ['w', 'h', 'top', 'bottom', 'left', 'right'].map((name) => mm(number(name)))
    expect(sizes).toEqual([210, 297, 20, 20, 30, 15])
    expect(styles).toContain('Times New Roman')
    expect(styles).toMatch(/<w:sz w:val="28"/u)
    expect(xml).toMatch(/w:line="360"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="360"/u)
    expect(xml).toMatch(/w:firstLine="56[67]"/u)
  })

  it('has text as text, whatever it looks like', () => {
    expect(xml).toContain('TT &lt;b&gt;')
  })
})
