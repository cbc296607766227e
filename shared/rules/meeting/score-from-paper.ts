import { dayOf } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { cardOn, type SubHow } from '#shared/rulesets/score-cards.ts'

/** Nobody measured these on paper. */
const TIMING: readonly SubHow[] = ['duration', 'papersBefore', 'papersAfter']

type Facts = { meeting: Meeting; hasCommittee: boolean; minutesBegun: boolean }

/** [G21] Whether a paper entry holds what the sub-point is counted from; others are counted from what every entry has. */
const HOLDS: Partial<Readonly<Record<SubHow, (facts: Facts) => boolean>>> = {
  draft: ({ meeting: { steps, agenda, votes } }) =>
    steps.draftReady !== undefined ||
    agenda.some(({ text, guide }) => text !== undefined || guide !== undefined) ||
    votes.some(({ about }) => about.what === 'text'),
  committee: ({ meeting: { steps }, hasCommittee }) => !hasCommittee || steps.committeeMet !== undefined,
  notice: ({ meeting: { steps } }) => steps.noticeSent !== undefined,
  praise: ({ meeting: { contributions, selfCriticism } }) => contributions.length + selfCriticism.length > 0,
  speakers: ({ meeting: { contributions } }) => contributions.length > 0,
  sumsUp: ({ meeting: { conclusions } }) => Object.keys(conclusions).length > 0,
  adopted: ({ meeting: { votes, conclusions } }) => votes.length > 0 || Object.keys(conclusions).length > 0,
  tasks: ({ meeting: { lines } }) => lines.length > 0,
  minuteBook: ({ minutesBegun }) => minutesBegun,
}

/** [G20, G21] Of a meeting entered from paper: whether nobody but the cell can say this sub-point. */
export function leftToHand(how: SubHow, facts: Facts): boolean {
  if (!facts.meeting.fromPaper) return false
  return TIMING.includes(how) || HOLDS[how]?.(facts) === false
}

/** [G20] Whether points for this sub-point are taken only with a reason. */
export function needsReason(
  sub: string,
  { fromPaper, startsAt }: Pick<Meeting, 'fromPaper' | 'startsAt'>,
): boolean {
  if (!fromPaper) return false
  const subs = cardOn(dayOf(startsAt)).criteria.flatMap((one) => one.subs)
  return subs.some(({ id, how }) => id === sub && TIMING.includes(how))
}
