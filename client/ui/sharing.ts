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

/** Whether the phone's share sheet takes this file. */
export const canShareFile = (file: File): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })

export async function shareFile(file: File, title: string): Promise<void> {
  try {
    await navigator.share({ files: [file], title })
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
  }
}
