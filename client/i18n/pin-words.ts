import { pinProblem } from '#shared/rules/pin.ts'
import { lock } from './vi/lock.ts'
import { wordsOf } from './words.ts'

const t = wordsOf('lock', lock)

/** What a screen that asks for a new PIN says. */
export const newPinWords = () => ({
  label: t('setLabel'),
  again: t('setAgain'),
  hint: t('setHint'),
  different: t('different'),
  go: t('setGo'),
})

export function pinProblemText(pin: string): string | null {
  const problem = pinProblem(pin)
  return problem ? t(problem) : null
}
