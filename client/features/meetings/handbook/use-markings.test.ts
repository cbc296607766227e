import { strToU8, zipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { DOCX, type AttachmentId } from '#shared/records/attachment.ts'
import { useMarkings } from './use-markings.ts'

const docx = (words: string) =>
  new Blob([new Uint8Array(zipSync({ 'word/document.xml': strToU8(`<w:p>${words}</w:p>`) }))])
const paper = (id: AttachmentId, media: typeof DOCX | 'application/pdf' = DOCX) => ({
  file: { id, media, size: 1 },
  name: id,
})

it('[X4] a DOCX is looked at once its bytes are here: a marking, or what nobody can read, keeps it out', async () => {
  const bytes = ref<Record<AttachmentId, Blob>>({
    clean: docx('Nuôi ong mật'),
    secret: docx('TỐI MẬT'),
    torn: new Blob(['PK']),
    pdf: new Blob(['TỐI MẬT']),
  })
  const papers = [
    paper('clean'),
    paper('secret'),
    paper('torn'),
    paper('late'),
    paper('pdf', 'application/pdf'),
  ]
  const scope = effectScope()
  const marked = scope.run(() => useMarkings(papers, (id) => bytes.value[id] ?? null))
  await vi.waitUntil(() => marked?.value.size === 3)
  expect(Object.fromEntries(marked?.value ?? [])).toEqual({ clean: false, secret: true, torn: true })
  bytes.value = { ...bytes.value, late: docx('[MẬT]') }
  await vi.waitUntil(() => marked?.value.get('late') === true)
  scope.stop()
})
