import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** An address for bytes, for as long as somebody shows them; null while there are none. */
export function useObjectUrl(bytes: () => Blob | null | undefined): Readonly<ShallowRef<string | null>> {
  const url = shallowRef<string | null>(null)
  let shown: string | null = null
  const forget = () => {
    if (shown !== null) URL.revokeObjectURL(shown)
    shown = null
  }
  watch(
    bytes,
    (blob) => {
      forget()
      shown = blob ? URL.createObjectURL(blob) : null
      url.value = shown
    },
    { immediate: true },
  )
  onScopeDispose(forget)
  return url
}
