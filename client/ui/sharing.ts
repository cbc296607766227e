import { ref } from 'vue'

/** Copies text; `copied` stays true for a while so that a word can say so. */
export function useCopy() {
  const copied = ref(false)
  async function copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    copied.value = true
    setTimeout(() => (copied.value = false), 4000)
  }
  return { copied, copy }
}

export const canShare = (): boolean => typeof navigator.share === 'function'

/** Opens the phone's own share sheet; a person who closes it has done nothing wrong. */
export async function share(what: { title: string; text?: string; url: string }): Promise<void> {
  try {
    await navigator.share(what)
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
  }
}

/** Whether the phone's share sheet takes these files. */
export const canShareFiles = (files: readonly File[]): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [...files] })

export const canShareFile = (file: File): boolean => canShareFiles([file])

export async function shareFiles(files: readonly File[], title: string): Promise<void> {
  try {
    await navigator.share({ files: [...files], title })
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
  }
}

export const shareFile = (file: File, title: string): Promise<void> => shareFiles([file], title)
