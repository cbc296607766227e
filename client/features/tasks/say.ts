import type { PersonId } from '#shared/records/ids.ts'
import type { Task } from '#shared/records/task.ts'
import type { NextStep, TaskTrouble } from '#shared/rules/task-pace.ts'
import { dateText } from '#client/i18n/days-and-amounts.ts'
import { tasks } from '#client/i18n/vi/tasks.ts'
import { wordsOf } from '#client/i18n/words.ts'

export const t = wordsOf('tasks', tasks)

/** By when: a day, again and again, or always. */
export function dueText({ deadline, repeat }: Pick<Task, 'deadline' | 'repeat'>): string {
  if (deadline === undefined) return t('permanent')
  const day = dateText(deadline)
  return repeat === undefined ? t('due', { day }) : t(`repeat.${repeat}`, { day })
}

export const STATE_LOOKS = {
  assigned: { tone: 'calm', icon: 'clock' },
  accepted: { tone: 'calm', icon: 'clock' },
  done: { tone: 'gold', icon: 'pen' },
  confirmed: { tone: 'ok', icon: 'check' },
} as const

/** [T16] In words and an icon, never by colour alone. */
export function troubleLook(trouble: TaskTrouble) {
  const text =
    trouble.is === 'blocked' ? t('trouble.blocked') : t(`trouble.${trouble.is}`, { n: trouble.days })
  return { text, tone: trouble.tone === 'red' ? ('bad' as const) : ('wait' as const), icon: 'warn' as const }
}

type Asked = { owner: PersonId; assignedBy: PersonId; me: PersonId; nameOf: (id: PersonId) => string }

/** [T18] Whose turn it is to do what; said to whoever it is himself. */
export function nextText({ who, step }: NextStep, { owner, assignedBy, me, nameOf }: Asked): string {
  const person = who === 'owner' ? owner : assignedBy
  return person === me ? t(`mine.${step}`) : t(`next.${step}`, { name: nameOf(person) })
}
