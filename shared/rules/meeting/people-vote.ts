import type { AgendaItem } from '#shared/records/agenda.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { MajorityName, Vote, VoteAbout, VoteForm } from '#shared/records/vote.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import type { Majority } from '#shared/rulesets/ruleset.ts'
import { resultOf } from './vote-result.ts'

type AboutPerson = Extract<VoteAbout, { what: 'person' }>

/** The majority a question is counted by: a matter of a person brings its own, everything else is ordinary [O7]. */
export const majorityOf = (about: VoteAbout): MajorityName =>
  about.what === 'person' ? about.matter : 'ordinary'

/**
 * [O7] A matter of a person goes by the majority of that matter and by no other; admission names somebody who stands in no
 * roster, every other matter a member by whose he is.
 */
export function isSoundVote({ about, majority }: Pick<Vote, 'about' | 'majority'>): boolean {
  if (about.what !== 'person') return true
  return majority === about.matter && (about.matter === 'admission') === (about.name !== undefined)
}

/** [O8] One person at a time: the matter of a person that was put to the vote and is not counted yet, or null. */
export const openPersonVote = (meeting: Pick<Meeting, 'course' | 'votes'>): Vote | null =>
  meeting.votes.find((vote) => vote.about.what === 'person' && resultOf(vote, meeting).is === 'uncounted') ??
  null

/** What the ruleset of the meeting says of a majority: share, what it is of, and how it may be voted. */
export const majorityIn = ({ course }: Pick<Meeting, 'course'>, name: MajorityName): Majority =>
  rulesetNamed('ruleset' in course ? course.ruleset : '').majorities.value[name]

/** The form a question begins with: the one chosen, where this kind of question allows it. */
export const formFor = ({ forms }: Majority, chosen: VoteForm): VoteForm =>
  forms.includes(chosen) ? chosen : (forms[0] ?? chosen)

/** What an item of the agenda puts to the vote of a person; null when it is not such an item. */
export function personOfItem({ matter, person, name }: AgendaItem): AboutPerson | null {
  if (matter === undefined || person === undefined) return null
  if ((matter === 'admission') !== (name !== undefined)) return null
  return { what: 'person', person, matter, ...(name === undefined ? {} : { name }) }
}
