import { announcements } from '#client/i18n/vi/announcements.ts'
import { enrol } from '#client/i18n/vi/enrol.ts'
import { kept } from '#client/i18n/vi/kept.ts'
import { people } from '#client/i18n/vi/people.ts'
import { resolutions } from '#client/i18n/vi/resolutions.ts'
import { sync } from '#client/i18n/vi/sync.ts'
import { WHAT_IS_NEXT, WHAT_WAS_DONE } from '#server/demo/demo-texts.ts'

/** Vietnamese that somebody wrote and that hardly repeats itself: sentences to type when bytes are measured. */
export const SENTENCES: readonly string[] = [
  ...WHAT_WAS_DONE,
  ...WHAT_IS_NEXT,
  ...[announcements, enrol, kept, people, resolutions, sync].flatMap((words) => Object.values(words)),
].filter((text) => text.split(' ').length >= 8)
