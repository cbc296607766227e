import type { Day } from '#shared/records/local-time.ts'
import type { Task } from '#shared/records/task.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Relation } from './permissions.ts'

/** What somebody is to a task: whoever has it, and whoever gave it. */
export function relationsToTask({ owner, assignedBy }: Pick<Task, 'owner' | 'assignedBy'>, person: PersonId) {
  const relations: Relation[] = []
  if (owner === person) relations.push('owner')
  if (assignedBy === person) relations.push('assigner')
  return relations
}

/** [T5] Its last day is over and nobody has said that it is done. */
export function taskIsOverdue({ deadline, state }: Pick<Task, 'deadline' | 'state'>, today: Day): boolean {
  return deadline !== undefined && deadline < today && state !== 'done' && state !== 'confirmed'
}
