import { ref, shallowRef } from 'vue'

/** Vietnamese is the source and comes with each feature; other languages are one file each, fetched when chosen. */
export const LANGUAGES = ['vi', 'en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export const ROOMS = [
  'everywhere',
  'shell',
  'today',
  'welcome',
  'resolutions',
  'discussion',
  'meetings',
  'meetingPlanning',
  'meetingRunning',
  'meetingMinutes',
  'meetingHanding',
  'meetingPapers',
  'meetingHandbook',
  'meetingFromPaper',
  'meetingScore',
  'meetingTasks',
  'meetingTopics',
  'tasks',
  'meetingAdvice',
  'decided',
  'handedUp',
  'opinions',
  'announcements',
  'editor',
  'people',
  'peopleMatters',
  'rosters',
  'lock',
  'enrol',
  'helping',
  'install',
  'me',
  'more',
  'news',
  'sync',
  'kept',
  'settings',
  'refusals',
  'notices',
] as const
export type Room = (typeof ROOMS)[number]

export type Messages = Readonly<Record<string, string>>
export type Translation = Readonly<Record<Room, Messages>>

type ParamsIn<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? P | ParamsIn<Rest> : never
type Params<S extends string> = [ParamsIn<S>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsIn<S>, string | number>>]

/** Says a message by its key; TypeScript knows which parameters it needs. */
export type Words<M extends Messages> = <K extends keyof M & string>(
  key: K,
  ...params: Params<M[K]>
) => string

const LOADERS = {
  en: async () => (await import('./en/all.ts')).en,
  de: async () => (await import('./de/all.ts')).de,
} as const

export const language = ref<Language>('vi')
const translation = shallowRef<Translation | null>(null)

export async function speak(next: Language): Promise<void> {
  translation.value = next === 'vi' ? null : await LOADERS[next]()
  language.value = next
}

export function wordsOf<M extends Messages>(room: Room, source: M): Words<M> {
  return (key, ...params) =>
    fill(translation.value?.[room][key] ?? source[key] ?? key, params[0] ?? {}, language.value)
}

/** Puts parameters in. `one | other` forms are chosen by the parameter `n`. */
export function fill(
  message: string,
  params: Readonly<Record<string, string | number>>,
  spoken: Language,
): string {
  const forms = message.split(' | ')
  const one = forms.length > 1 && new Intl.PluralRules(spoken).select(Number(params['n'])) === 'one'
  const form = one ? forms[0] : forms.at(-1)
  return (form ?? message).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
