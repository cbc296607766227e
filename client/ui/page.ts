import { inject, provide, shallowRef, watchEffect, type InjectionKey, type ShallowRef } from 'vue'

/** What the frame shows of the page inside it. */
export type PageHead = { title: string }

const pageKey: InjectionKey<ShallowRef<PageHead>> = Symbol('page')

/** For the frame: holds what the page inside says about itself. */
export function providePage(): ShallowRef<PageHead> {
  const head = shallowRef<PageHead>({ title: '' })
  provide(pageKey, head)
  return head
}

/** For a page: its title (at most 40 characters) in the frame's header. */
export function usePage(title: () => string): void {
  const head = inject(pageKey, null)
  if (head) watchEffect(() => (head.value = { title: title() }))
}
