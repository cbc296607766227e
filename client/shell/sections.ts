import { shell } from '#client/i18n/vi/shell.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { IconName } from '#client/ui/icons.ts'

const t = wordsOf('shell', shell)

type SectionName =
  | 'today'
  | 'meetings'
  | 'tasks'
  | 'resolutions'
  | 'announcements'
  | 'opinions'
  | 'people'
  | 'kept'
  | 'me'
  | 'sync'
  | 'settings'
  | 'more'
export type Section = { name: SectionName; to: string; icon: IconName; label: () => string }

const section = (name: SectionName, to: string, icon: IconName): Section => ({
  name,
  to,
  icon,
  label: () => t(name),
})

/** The bottom bar of a phone. */
export const FIRST_SECTIONS: readonly Section[] = [
  section('today', '/', 'home'),
  section('meetings', '/meetings', 'calendar'),
  section('resolutions', '/resolutions', 'paper'),
  section('tasks', '/tasks', 'check'),
  section('more', '/more', 'menu'),
]

/** The side bar of a wide screen and the menu of large text. */
export const ALL_SECTIONS: readonly Section[] = [
  section('today', '/', 'home'),
  section('meetings', '/meetings', 'calendar'),
  section('resolutions', '/resolutions', 'paper'),
  section('tasks', '/tasks', 'check'),
  section('announcements', '/announcements', 'speaker'),
  section('opinions', '/opinions', 'talk'),
  section('people', '/people', 'people'),
  section('kept', '/kept', 'drawer'),
  section('me', '/me', 'person'),
  section('sync', '/sync', 'sync'),
  section('settings', '/settings', 'gear'),
]

/** Which section of a bar a path lies in; what a bar does not name lies in its last one. */
export function sectionOf(path: string, sections: readonly Section[]): Section | undefined {
  const exact = sections.find((s) =>
    s.to === '/' ? path === '/' : path === s.to || path.startsWith(`${s.to}/`),
  )
  return exact ?? sections.find((s) => s.name === 'more')
}
