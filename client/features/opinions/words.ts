import type { ForwardedOpinion } from '#shared/records/forwarded-opinion.ts'
import type { Opinion } from '#shared/records/opinion.ts'
import { whoHasIt, type Waits } from '#shared/rules/opinion-course.ts'
import { dateText } from '#client/i18n/days-and-amounts.ts'
import { everywhere } from '#client/i18n/vi/everywhere.ts'
import { opinions } from '#client/i18n/vi/opinions.ts'
import { wordsOf } from '#client/i18n/words.ts'

export const t = wordsOf('opinions', opinions)
export const w = wordsOf('everywhere', everywhere)

type Course = Opinion['course']
type Look = {
  tone: 'calm' | 'ok' | 'wait' | 'gold'
  icon: 'clock' | 'check' | 'eye' | 'up' | 'talk'
  text: string
}

export function stateLook(course: Course): Look {
  switch (course.is) {
    case 'received':
      return course.opened === undefined
        ? { tone: 'gold', icon: 'clock', text: t('state.received') }
        : { tone: 'calm', icon: 'eye', text: t('state.opened') }
    case 'assigned':
      return { tone: 'calm', icon: 'clock', text: t('state.assigned') }
    case 'forwarded':
      return { tone: 'calm', icon: 'up', text: t('state.forwarded') }
    case 'answered':
      return { tone: 'gold', icon: 'talk', text: t('state.answered') }
    case 'told':
      return { tone: 'gold', icon: 'talk', text: t('state.told') }
    case 'closed':
      return { tone: 'ok', icon: 'check', text: t('state.closed') }
    default:
      return course satisfies never
  }
}

export function aboveLook({ is }: ForwardedOpinion['course']): Look {
  const text = t(`above.${is}`)
  if (is === 'sent') return { tone: 'gold', icon: 'clock', text }
  if (is === 'answered' || is === 'closed') return { tone: 'ok', icon: 'check', text }
  return { tone: 'calm', icon: is === 'returned' ? 'talk' : 'clock', text }
}

export function holderText(opinion: Pick<Opinion, 'course'>, nameOf: (person: string) => string): string {
  const holder = whoHasIt(opinion)
  if (holder === null) return ''
  if (holder.is === 'person') return t('holder.person', { name: nameOf(holder.person) })
  const { course } = opinion
  if (course.is === 'forwarded' && course.to !== undefined) return t('holder.aboveTo', { to: course.to })
  return t(`holder.${holder.is}`)
}

/** `Hạn 10/12/2026 · đã 3 ngày`, or how many days it is late. */
export function waitsText({ due, days, late }: Waits): string {
  if (late > 0) return `${t('late', { n: late })} · ${t('waitsDays', { n: days })}`
  return days > 0
    ? `${t('dueDay', { day: dateText(due) })} · ${t('waitsDays', { n: days })}`
    : t('dueDay', { day: dateText(due) })
}

export const raisedText = ({ raisedTo }: Waits): string =>
  raisedTo.length === 0 ? '' : t('raisedTo', { who: raisedTo.map((to) => t(`to.${to}`)).join(', ') })

export const lateTone = (waits: Waits): 'calm' | 'wait' | 'bad' =>
  waits.raisedTo.includes('secretary') ? 'bad' : waits.late > 0 ? 'wait' : 'calm'
