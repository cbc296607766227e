import { shallowRef, watchEffect, type Ref } from 'vue'
import type { Paper } from '#shared/records/agenda.ts'
import { DOCX, type AttachmentId } from '#shared/records/attachment.ts'

/**
 * [X4] Of each DOCX on this phone whether it bears a marking of secrecy or cannot be read, once it was looked at. None is
 * attached that does [F16]; what came from elsewhere is looked at all the same.
 */
export function useMarkings(
  papers: readonly Paper[],
  here: (id: AttachmentId) => Blob | null,
): Ref<ReadonlyMap<AttachmentId, boolean>> {
  const marked = shallowRef<ReadonlyMap<AttachmentId, boolean>>(new Map())
  const begun = new Set<AttachmentId>()
  watchEffect(() => {
    for (const { file } of papers) {
      const blob = file.media === DOCX ? here(file.id) : null
      if (!blob || begun.has(file.id)) continue
      begun.add(file.id)
      void import('#client/data/paper-file-marking.ts')
        .then(({ markingOfDocx }) => markingOfDocx(blob))
        .then((is) => (marked.value = new Map([...marked.value, [file.id, is !== 'none']])))
    }
  })
  return marked
}
