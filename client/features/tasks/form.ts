import type { TaskCommand } from '#shared/events/task-commands.ts'
import { CLEAR_FIELDS, type ClearField, type Repeat, type Task } from '#shared/records/task.ts'
import { monthAfter } from '#client/i18n/days-and-amounts.ts'
import { localDay } from '#client/i18n/dates.ts'

/** [T9] The kinds of task, as they are chosen. */
export const KINDS = ['dated', 'recurring', 'permanent'] as const
type Kind = (typeof KINDS)[number]

export type TaskFormValues = {
  record: string
  title: string
  owner: string
  kind: Kind
  deadline: string
  repeat: Repeat
  resolution: string
  report: boolean
} & Record<ClearField, string>

export const emptyForm = (record: string): TaskFormValues => ({
  ...{
    record,
    title: '',
    owner: '',
    kind: 'dated',
    deadline: '',
    repeat: 'monthly',
    resolution: '',
    report: true,
  },
  ...{ responsibility: '', product: '', authority: '' },
})

export const formOf = (record: string, task: Task): TaskFormValues => ({
  ...emptyForm(record),
  ...{
    title: task.title,
    owner: task.owner,
    deadline: task.deadline ?? '',
    repeat: task.repeat ?? 'monthly',
  },
  kind: task.deadline === undefined ? 'permanent' : task.repeat === undefined ? 'dated' : 'recurring',
  ...{
    responsibility: task.responsibility ?? '',
    product: task.product ?? '',
    authority: task.authority ?? '',
  },
})

/** The month of the next meeting to report in. */
export const nextMonth = (now: number): string => monthAfter(localDay(now).slice(0, 7), 1)

/** What cannot be left open; all else is advice [T19]. */
export const isComplete = ({ title, owner, kind, deadline }: TaskFormValues): boolean =>
  title.trim() !== '' && owner !== '' && (kind !== 'recurring' || deadline !== '')

export function newTaskOf(values: TaskFormValues, month: string): TaskCommand {
  const { title, owner, resolution, report } = values
  const { deadline, repeat } = days(values)
  return {
    ...{ do: 'assignTask', title: title.trim(), owner },
    ...(deadline === null ? {} : { deadline }),
    ...(repeat === null ? {} : { repeat }),
    ...(report ? { reportIn: month } : {}),
    ...(resolution === '' ? {} : { from: { resolution } }),
    ...Object.fromEntries(
      CLEAR_FIELDS.flatMap((field) => (values[field].trim() ? [[field, values[field].trim()]] : [])),
    ),
  }
}

/** Only what is another than before. */
export function changesOf(values: TaskFormValues, before: Task): TaskCommand {
  const wanted = { title: values.title.trim(), owner: values.owner, ...days(values) }
  const clear = Object.fromEntries(CLEAR_FIELDS.map((field) => [field, values[field].trim() || null]))
  const changed = Object.entries({ ...wanted, ...clear }).filter(
    ([field, to]) => (before[field as keyof Task] ?? null) !== to,
  )
  return { do: 'changeTask', ...Object.fromEntries(changed) }
}

function days({ kind, deadline, repeat }: TaskFormValues): {
  deadline: string | null
  repeat: Repeat | null
} {
  if (kind === 'permanent' || deadline === '') return { deadline: null, repeat: null }
  return { deadline, repeat: kind === 'recurring' ? repeat : null }
}
