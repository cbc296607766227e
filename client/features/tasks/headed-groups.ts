import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { ResolutionRow, TaskRow } from '#shared/records/row.ts'
import type { Day } from '#shared/records/local-time.ts'
import { byPress, grouped, mine, STRETCHES, type Stretch, type TaskView } from '#shared/rules/task-lists.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { t } from './say.ts'

type Headed = { key: string; heading: string; tasks: readonly TaskRow[]; open: number }
type Known = {
  me: PersonId
  today: Day
  nameOf: (id: PersonId) => string
  texts: readonly Pick<ResolutionRow, 'record' | 'title' | 'month'>[]
}

/** [T20] Tasks under headings, in the order in which people look for them. */
export function headedGroups(tasks: readonly TaskRow[], view: TaskView, known: Known): Headed[] {
  const { me, today, nameOf, texts } = known
  if (view === 'mine') {
    const { have, gave } = mine(tasks, me)
    return [headed('have', have, today), headed('gave', gave, today)].filter(
      (group) => group.tasks.length > 0,
    )
  }
  const groups = grouped(tasks, view, today)
  if (view === 'member')
    return groups
      .map((group) => ({ ...group, heading: nameOf(group.key), name: nameOf(group.key) }))
      .sort(byGivenName)
  if (view === 'deadline')
    return groups
      .map((group) => ({
        ...group,
        heading: t(`stretch.${(group.key || 'none') as Exclude<Stretch, ''> | 'none'}`),
      }))
      .sort((a, b) => STRETCHES.indexOf(a.key as Stretch) - STRETCHES.indexOf(b.key as Stretch))
  const textOf = (record: RecordId) => texts.find((one) => one.record === record)
  return groups
    .map((group) => ({
      ...group,
      heading: textOf(group.key)?.title ?? t('fromNone'),
      month: textOf(group.key)?.month ?? '',
    }))
    .sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0))
}

function headed(key: 'have' | 'gave', tasks: readonly TaskRow[], today: Day): Headed {
  const open = tasks.filter(({ state }) => state !== 'confirmed').length
  return { key, heading: t(key), tasks: byPress(tasks, today), open }
}
