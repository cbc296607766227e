import type { AgendaItem } from '#shared/records/agenda.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { CandidateRow } from '#shared/records/row.ts'
import type { PeopleMatter } from '#shared/records/vote.ts'
import { PEOPLE_ITEMS } from '#shared/rulesets/agendas.ts'
import { isAdmitted, missingOf } from '#shared/rules/candidates.ts'
import { recognitionsDue } from '#shared/rules/probation.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** A matter that a meeting could take up; `due`: when the probation ends. */
export type ProposedMatter =
  | { matter: 'recognition'; person: PersonId; due: Day }
  | { matter: 'admission'; person: PersonId; name: string }

/**
 * [O6] What is ready for the agenda and not on it: recognitions that are due, and candidates who lack nothing and were not voted
 * on yet.
 * @param on the day of the meeting
 */
export function mattersToPropose(of: {
  agenda: readonly AgendaItem[]
  roster: Roster
  candidates: readonly CandidateRow[]
  on: Day
  ruleset: Ruleset
}): readonly ProposedMatter[] {
  const { agenda, roster, candidates, on, ruleset } = of
  const isOn = (id: PersonId) => agenda.some(({ person, matter }) => person === id && matter !== undefined)
  const recognitions = recognitionsDue(roster.people, on, ruleset).map(({ person, due }): ProposedMatter => ({
    matter: 'recognition',
    person: person.id,
    due,
  }))
  const admissions = candidates
    .filter((row) => row.stage !== 'voted' && row.stage !== 'stopped' && !isAdmitted(row.record, roster))
    .filter((row) => missingOf(row, ruleset).length === 0)
    .map(({ record, name }): ProposedMatter => ({ matter: 'admission', person: record, name }))
  return [...recognitions, ...admissions].filter(({ person }) => !isOn(person))
}

/** The item that takes up a matter of one person, nobody assigned yet; `called`: his name as it stands in the title. */
export function itemAbout(
  id: string,
  { matter, person, name, called }: { matter: PeopleMatter; person: PersonId; name?: string; called: string },
): AgendaItem {
  const { before, behind, minutes } = PEOPLE_ITEMS.value[matter]
  const known = matter === 'admission' && name !== undefined ? { name } : {}
  return { id, part: 'people', title: `${before}${called}${behind}`, minutes, person, matter, ...known }
}
