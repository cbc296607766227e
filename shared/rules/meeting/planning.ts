import type { AgendaItem } from '#shared/records/agenda.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting, MeetingType } from '#shared/records/meeting.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { MeetingRow } from '#shared/records/row.ts'
import { AGENDAS } from '#shared/rulesets/agendas.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** [M40] The items a meeting of a kind begins with, nobody assigned yet. */
export const agendaOf = (type: MeetingType, newId: () => string): AgendaItem[] =>
  AGENDAS[type].value.map((step) => ({ id: newId(), ...step }))

/**
 * [M76] The agenda of a thematic meeting on one topic: whoever drafts it presents it, the questions stand where it is
 * discussed.
 */
export function thematicAgenda(
  { guide, drafter }: { guide?: string; drafter?: PersonId },
  newId: () => string,
): AgendaItem[] {
  return agendaOf('thematic', newId).map((item) => ({
    ...item,
    ...(item.part === 'discussion' && guide !== undefined ? { guide } : {}),
    ...(item.part === 'thematic' && drafter !== undefined ? { presenter: drafter } : {}),
  }))
}

/** [M76] The item that takes the questions of a topic chosen for a meeting that has its agenda; null where some stand already. */
export const itemForQuestions = (agenda: readonly AgendaItem[]): AgendaItem | null =>
  agenda.find(({ part, guide }) => part === 'discussion' && guide === undefined) ?? null

/** [M77] The item a draft about the topic is tied to: where it is voted on, else where the topic is presented. */
export const itemForDraft = (agenda: readonly AgendaItem[]): AgendaItem | null =>
  agenda.find(({ part }) => part === 'resolution') ?? agenda.find(({ part }) => part === 'thematic') ?? null

/** [M41] Minutes on an agenda. */
export const minutesPlanned = (agenda: readonly AgendaItem[]): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0)

/** [M41] What a meeting is to last at least; null: no rule says so of this kind. */
export function leastMinutes(type: MeetingType, { meetingMinutes }: Ruleset): number | null {
  return type === 'regular' || type === 'thematic' ? meetingMinutes.value.least : null
}

export type MonthMark = 'held' | 'late' | 'planned' | 'missed' | 'open'

/**
 * [M42] What became of a month's regular meeting.
 * @param today local day, `yyyy-mm-dd` @param heldOn local day of an instant
 */
export function monthMark(
  rows: readonly MeetingRow[],
  month: string,
  { today, heldOn }: { today: string; heldOn: (at: number) => string },
): MonthMark {
  const here = rows.filter((row) => row.month === month && row.type === 'regular')
  const held = here.flatMap(({ openedAt }) => (openedAt === undefined ? [] : [heldOn(openedAt)]))
  if (held.length > 0) return held.some((day) => day.slice(0, 7) <= month) ? 'held' : 'late'
  const comes = here.some(({ course, startsAt }) => course === 'planned' && startsAt.slice(0, 10) >= today)
  if (comes) return 'planned'
  return month < today.slice(0, 7) ? 'missed' : 'open'
}

/** [M44] Who is to hear of a meeting: of a committee meeting the committee, else everybody but the suspended and who is away. */
export function toBeTold(type: MeetingType, people: readonly RosterPerson[]): RosterPerson[] {
  const leads = ({ duties }: RosterPerson) =>
    duties.some((duty) => duty === 'secretary' || duty === 'deputy' || duty === 'committee')
  return people.filter(
    (one) =>
      one.status !== 'suspended' && one.status !== 'temporarilyOut' && (type !== 'committee' || leads(one)),
  )
}

export type Heard = 'coming' | 'notComing' | 'told' | 'notTold'

/** [M45] Whether somebody answered, or else was told. */
export function heardBy({ invitations, told }: Meeting, person: PersonId): Heard {
  const answer = invitations[person]
  if (answer) return answer.coming ? 'coming' : 'notComing'
  return told[person] ? 'told' : 'notTold'
}
