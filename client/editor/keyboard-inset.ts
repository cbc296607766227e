import { onMounted, onUnmounted, type Ref } from 'vue'

/**
 * Tells an element how much of the window's lower edge the on-screen keyboard covers, as `--keyboard`. Browsers that
 * shrink the page instead report none.
 */
export function useKeyboardInset(element: Ref<HTMLElement | null>): void {
  const viewport = window.visualViewport
  if (!viewport) return
  const tell = (): void => {
    const covered = Math.max(0, Math.round(innerHeight - viewport.height - viewport.offsetTop))
    // A little is the browser's own bars coming and going.
    element.value?.style.setProperty('--keyboard', `${viewport.scale > 1.01 || covered < 80 ? 0 : covered}px`)
  }
  onMounted(() => {
    viewport.addEventListener('resize', tell)
    viewport.addEventListener('scroll', tell)
    tell()
  })
  onUnmounted(() => {
    viewport.removeEventListener('resize', tell)
    viewport.removeEventListener('scroll', tell)
  })
}
