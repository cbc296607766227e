import { SLIP_CODE } from '#shared/records/slip-code.ts'
import { refusalText, problemText, type Problem } from '#client/i18n/refusals.ts'
import { enrol } from '#client/i18n/vi/enrol.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('enrol', enrol)
const OF_SLIPS = ['codeUnknown', 'codeExpired', 'codeUsed'] as const

/** Sixteen digits, alone or before the server's fingerprint: a printed slip's. */
export const isSlipSecret = (secret: string | null): boolean => SLIP_CODE.test(secret?.split('.')[0] ?? '')

/** What is wrong with a slip is said of a slip, not of a link. */
export function enrolProblemText(problem: Problem, secret: string | null): string {
  if (!('refusal' in problem)) return problemText(problem)
  const ofSlip = OF_SLIPS.find((code) => code === problem.refusal)
  return ofSlip && isSlipSecret(secret) ? t(`slip.${ofSlip}`) : refusalText(problem.refusal)
}
