import type { ClearField } from '#shared/records/task.ts'
import type { ClearWords } from '#shared/rulesets/clear-words.ts'
import { missingIn } from './clear-lines.ts'

/** What is to be clear about a task ("6 rõ"): who, what, by when, for what he answers, what comes of it, what he may decide. */
export const SIX_CLEAR = ['person', 'work', 'time', 'responsibility', 'product', 'authority'] as const
export type Clear = (typeof SIX_CLEAR)[number]

type Said = { title: string; owner: string; deadline: string; permanent: boolean } & Record<
  ClearField,
  string
>

/** Shorter titles say a subject, not a work. */
const LEAST_WORDS = 3

/**
 * [T19] What a task that is being assigned does not say yet. Advice alone: nothing is refused for it, and words this does not
 * know can be as clear.
 * @param said fields as typed; empty where nothing is
 */
export function unclearIn(said: Said, words: ClearWords): Clear[] {
  const title = said.title.trim()
  const missing = new Set(missingIn(title, [], words))
  const clear: Record<Clear, boolean> = {
    person: said.owner !== '',
    work: title.split(/\s+/u).filter(Boolean).length >= LEAST_WORDS,
    time: said.permanent || said.deadline !== '',
    responsibility: said.responsibility.trim() !== '',
    product: said.product.trim() !== '' || !missing.has('what'),
    authority: said.authority.trim() !== '',
  }
  return SIX_CLEAR.filter((one) => !clear[one])
}
