import type { PersonId } from '#shared/records/ids.ts'
import type { RollEntry } from '#shared/records/meeting.ts'
import { meetingRunning } from '#client/i18n/vi/meeting-running.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('meetingRunning', meetingRunning)

/** The voting base, what an ordinary majority of it needs, and the sentence that says where the number comes from. */
export function baseSentence(roll: readonly RollEntry[], present: readonly PersonId[]) {
  const there = new Set(present)
  const count = (test: (one: RollEntry) => boolean) => roll.filter(test).length
  const official = count(({ status }) => status === 'official')
  const out = count(({ status }) => status === 'temporarilyOut')
  const exempt = count(({ status, person }) => status === 'exempt' && there.has(person))
  const base = official + exempt
  const here = count(
    ({ status, person }) => there.has(person) && (status === 'official' || status === 'exempt'),
  )
  const why = t('baseWhy', {
    base,
    official: official + out,
    out: out === 0 ? '' : t('baseOut', { n: out }),
    exempt: exempt === 0 ? '' : t('baseExempt', { n: exempt }),
  })
  return { base, needed: Math.floor(base / 2) + 1, why, tooFew: here * 2 <= base, thin: here * 3 < base * 2 }
}
