import { shallowRef } from 'vue'
import { ICONS, type IconName } from './icons.ts'

const more = shallowRef<Readonly<Record<string, string>>>({})
let asked = false

/** Empty until the drawings of later pages are here: the word beside it stands already. */
export function iconPaths(name: IconName): string {
  if (name in ICONS) return ICONS[name as keyof typeof ICONS]
  if (!asked) {
    asked = true
    void import('./more-icons.ts').then(
      ({ MORE_ICONS }) => (more.value = MORE_ICONS),
      () => (asked = false),
    )
  }
  return more.value[name] ?? ''
}
