import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { addPaper } from './add-paper.ts'

const PLACE = { scope: 'cell/khu-dong-mit', record: 'buoi-hop-12', kind: 'meeting' } as const
const MB = 1024 * 1024
const pdf = (name: string, size = 2000) =>
  new File(['%PDF-1.7\n', new Uint8Array(size - 9)], name, { type: 'text/html' })
const docx = (words: string) => new Uint8Array(zipSync({ 'word/document.xml': strToU8(words) }))
const add = (book: MemoryBook, file: File) =>
  addPaper(book, PLACE, { file, signal: new AbortController().signal })

describe('a paper for an agenda', () => {
  it('[F11] [F13] [F14] is what its bytes say, keeps a clean name, and its bytes are on this phone', async () => {
    const book = new MemoryBook()
    const added = await add(book, pdf('../Dự thảo\u202E.html'))
    if (!added.ok) throw new Error(added.trouble.why)
    expect(added.paper).toMatchObject({
      file: { media: 'application/pdf', size: 2000 },
      name: 'Dự thảo.pdf',
    })
    const [known] = await book.list('attachments')
    expect(known).toMatchObject({ kind: 'meeting', record: PLACE.record, due: false })
    expect((await book.get('attachmentBytes', [PLACE.scope, added.paper.file.id]))?.bytes).toHaveLength(2000)
  })

  it('[F12] of more than 5 MB is refused with its size, and nothing of it is kept', async () => {
    const book = new MemoryBook()
    expect((await add(book, pdf('vua.pdf', 5 * MB))).ok).toBe(true)
    const trouble = { why: 'heavy', bytes: 5 * MB + 1, most: 5 * MB }
    expect(await add(book, pdf('nang.pdf', 5 * MB + 1))).toEqual({ ok: false, trouble })
    expect(await book.list('attachments')).toHaveLength(1)
  })

  it.each([
    ['its name', '[MẬT] Phương án.pdf', '%PDF-1.7\n'],
    ['a line of it', 'Phương án.docx', docx('<w:p>TỐI MẬT</w:p><w:p>Phương án</w:p>')],
  ])('[F16] that bears a marking of secrecy in %s is not kept', async (_, name, bytes) => {
    const book = new MemoryBook()
    expect(await add(book, new File([bytes], name))).toEqual({ ok: false, trouble: { why: 'marked' } })
    expect(await book.list('attachments')).toEqual([])
  })

  it('[F16] that is a DOCX is kept when it can be read and bears none', async () => {
    const book = new MemoryBook()
    expect(await add(book, new File([docx('<w:p>Nuôi ong mật</w:p>')], 'ong.docx'))).toMatchObject({
      paper: { name: 'ong.docx' },
    })
    const cut = docx('<w:p>Nuôi ong mật</w:p>').slice(0, 90)
    expect(await add(book, new File([cut], 'hong.docx'))).toEqual({ ok: false, trouble: { why: 'damaged' } })
    expect(await book.list('attachments')).toHaveLength(1)
  })
})
