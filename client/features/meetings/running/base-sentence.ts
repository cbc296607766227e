import type { VotingBase } from '#shared/rules/meeting/voting-base.ts'
import { meetingRunning } from '#client/i18n/vi/meeting-running.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('meetingRunning', meetingRunning)

/** The sentence that says where the number votes are counted from comes from. */
export function baseSentence({ of, base, official, out, exempt }: VotingBase): string {
  if (of === 'allOfficial') return t('baseWhyAll', { base })
  return t('baseWhy', {
    base,
    official,
    out: out === 0 ? '' : t('baseOut', { n: out }),
    exempt: exempt === 0 ? '' : t('baseExempt', { n: exempt }),
  })
}
