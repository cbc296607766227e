import { computed } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import type { Status } from '#shared/records/person.ts'
import type { CandidateRow } from '#shared/records/row.ts'
import { officeScope } from '#shared/records/scope.ts'
import type { PeopleMatter, VoteAbout } from '#shared/records/vote.ts'
import { isAdmitted } from '#shared/rules/candidates.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { useMeeting } from '#client/features/meetings/running/use-meeting.ts'

/** Which matter, and of whom; both empty while nothing was chosen. */
export type PeopleChoice = { matter: PeopleMatter | ''; person: string }

/** Who can be meant by a matter, by what he is in the roster. */
const CONCERNED: Readonly<Record<Exclude<PeopleMatter, 'admission'>, readonly Status[]>> = {
  recognition: ['probationary'],
  exemption: ['official'],
  commendation: ['official', 'probationary', 'exempt', 'temporarilyIn', 'temporarilyOut'],
  strikingOff: ['official', 'probationary', 'exempt', 'temporarilyOut'],
}

/** Members and candidates a meeting can decide about; candidates only for whoever reads the cell's office. */
export function usePeopleChoice() {
  const { unit, me } = useMeeting()
  const rows = useQueries().rows(() => officeScope(unit()), 'candidate')
  const roster = computed(() => me.rosterOf(unit()))
  const candidates = computed(() =>
    (rows.value ?? [])
      .filter((row): row is CandidateRow => row.kind === 'candidate')
      .filter(({ record, stage }) => stage !== 'stopped' && !isAdmitted(record, roster.value)),
  )

  function peopleFor(matter: PeopleMatter): { id: string; name: string }[] {
    if (matter === 'admission')
      return candidates.value.map(({ record: id, name }) => ({ id, name })).sort(byGivenName)
    const statuses = CONCERNED[matter]
    return (roster.value?.people ?? []).filter(({ status }) => statuses.includes(status)).sort(byGivenName)
  }
  const calledOf = (matter: PeopleMatter, person: string): string | null =>
    peopleFor(matter).find(({ id }) => id === person)?.name ?? null

  function aboutOf({ matter, person }: PeopleChoice): Extract<VoteAbout, { what: 'person' }> | null {
    const name = matter === '' ? null : calledOf(matter, person)
    if (matter === '' || name === null) return null
    return { what: 'person', person, matter, ...(matter === 'admission' ? { name } : {}) }
  }
  return { roster, candidates, peopleFor, calledOf, aboutOf }
}
