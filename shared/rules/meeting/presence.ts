import type { Mark, Presence } from '#shared/records/attendance.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { Register } from '#shared/records/observation.ts'
import { standing } from '#shared/rules/register.ts'

const WAS_THERE: readonly Presence[] = ['present', 'late', 'leftEarly']

/** [M20] Late ones and those who left early were present; whoever nobody marked was not. */
export function isPresent(marks: Register<Mark> | undefined): boolean {
  const mark = standing(marks)
  return mark !== null && WAS_THERE.includes(mark.is)
}

/** [M20] Members on the roll who were at the meeting, at whatever part of it. */
export function presentIn(
  { attendance }: Pick<Meeting, 'attendance'>,
  roll: readonly RollEntry[],
): PersonId[] {
  return roll.filter(({ person }) => isPresent(attendance[person])).map(({ person }) => person)
}

/**
 * [M21] Members in the room now: those marked present or late and not gone. What is offered as "present at this vote"; the
 * chair changes it by hand.
 */
export function inTheRoom(
  { attendance }: Pick<Meeting, 'attendance'>,
  roll: readonly RollEntry[],
): PersonId[] {
  return roll.flatMap(({ person }) => {
    const mark = standing(attendance[person])
    return mark?.is === 'present' || mark?.is === 'late' ? [person] : []
  })
}
