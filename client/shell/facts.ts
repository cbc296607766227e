import type { SyncStatus } from '#client/data/views.ts'
import { briefText, dayTimeText, spanText } from '#client/i18n/dates.ts'
import { shell } from '#client/i18n/vi/shell.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { IconName } from '#client/ui/icons.ts'

const t = wordsOf('shell', shell)

/** Being offline for less than this is nobody's business, in milliseconds. */
const CALM = 10_000
const HOUR = 3_600_000

/** One of the three facts: in full, and as short as words can say it. */
export type Fact = {
  name: 'saved' | 'waiting' | 'sent'
  icon: IconName
  tone: 'ok' | 'wait' | 'calm' | 'bad'
  full: string
  brief: string
}

export function factsOf(sync: SyncStatus, now: number): readonly Fact[] {
  return [savedFact(sync), waitingFact(sync, now), sentFact(sync, now)]
}

/** The word beside the title while nothing gets through: no network, which is normal, or something else. */
export function sendingWord({ trouble, offlineSince }: SyncStatus, now: number) {
  if (trouble !== null && trouble !== 'noAnswer') return 'notSending'
  return trouble !== null && offlineSince !== null && now - offlineSince >= CALM ? 'offline' : null
}

/** A clock that is so far off shows wrong days, in milliseconds. */
const CLOCK_OFF = HOUR

/** What the frame has to tell in sentences: what keeps from saving everywhere, the rest where nothing is typed. */
export function noticesOf({ cannotSave, appTooOld, trouble, clockSkew }: SyncStatus, nothingTyped: boolean) {
  const told = nothingTyped && trouble !== 'noAnswer' && trouble !== 'phoneFull' ? trouble : null
  const skew = nothingTyped && Math.abs(clockSkew ?? 0) >= CLOCK_OFF ? clockSkew : null
  return { cannotSave, appTooOld, trouble: told, skew }
}

export type Notices = ReturnType<typeof noticesOf>

function savedFact(sync: SyncStatus): Fact {
  const fact = { name: 'saved', icon: 'saved' } as const
  if (sync.cannotSave)
    return { ...fact, icon: 'warn', tone: 'bad', full: t('cannotSave'), brief: t('cannotSaveShort') }
  if (sync.saving) return { ...fact, tone: 'calm', full: t('saving'), brief: t('savingShort') }
  // Also before anything is written today: what was written yesterday is on this phone.
  return { ...fact, tone: sync.savedAt === null ? 'calm' : 'ok', full: t('saved'), brief: t('savedShort') }
}

function waitingFact(sync: SyncStatus, now: number): Fact {
  const fact = { name: 'waiting', icon: 'up' } as const
  const { items: n, since } = sync.waiting
  if (n === 0) return { ...fact, tone: 'calm', full: t('waitingNone'), brief: t('waitingNoneShort') }
  const age = since === null ? 0 : now - since
  if (age < HOUR) return { ...fact, tone: 'wait', full: t('waiting', { n }), brief: t('waitingShort', { n }) }
  const words = { n, age: spanText(age) }
  return { ...fact, tone: 'wait', full: t('waitingSince', words), brief: t('waitingSinceShort', words) }
}

function sentFact(sync: SyncStatus, now: number): Fact {
  const fact = { name: 'sent', icon: 'sent', tone: 'calm' } as const
  if (sync.sentAt === null) return { ...fact, full: t('sentNever'), brief: t('sentNeverShort') }
  const brief = t('sentShort', { when: briefText(sync.sentAt, now) })
  return { ...fact, full: t('sent', { when: dayTimeText(sync.sentAt) }), brief }
}
