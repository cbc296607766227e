import type { RecordedEvent } from '#shared/records/event.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { AssignedLine, Meeting } from '#shared/records/meeting.ts'
import type { Entry } from '#shared/records/observation.ts'
import type { AgreedScore, ScoreMark } from '#shared/records/score.ts'
import type { Count, Vote } from '#shared/records/vote.ts'
import { isSoundVote } from '#shared/rules/meeting/people-vote.ts'
import { mayInMeeting } from '#shared/rules/meeting/course.ts'
import { needsReason } from '#shared/rules/meeting/score-from-paper.ts'
import { entered } from '#shared/rules/register.ts'
import { no, yes, type Context, type Decision } from '#shared/events/kind.ts'
import type { VotingCommand } from './commands.ts'

type Facts = {
  putToVote: Omit<Vote, 'counts'>
  countEntered: { vote: string; instead: readonly string[] } & Omit<Entry<Count>, 'by'>
  voteStruck: { vote: string }
  taskNoted: AssignedLine
  scoreMarked: { sub: string; points: number | null; reason?: string; at: Instant }
  scoreAgreed: Omit<AgreedScore, 'by'>
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })
const MOST_VOTES = 200

/** Votes and counts, tasks noted, the self-score. Whether a majority was reached is derived, never entered. */
export function decideVoting(state: Meeting, command: VotingCommand, { standing }: Context): Decision {
  const runs = mayInMeeting('runMeeting', state, standing)
  if (!runs && !mayInMeeting('takeNotes', state, standing)) return no('notAllowed')
  switch (command.do) {
    case 'putToVote': {
      if (!runs) return no('notAllowed')
      if (state.votes.some(({ id }) => id === command.id)) return yes()
      if (state.votes.length >= MOST_VOTES) return no('tooLarge')
      const { do: _, ...vote } = command
      return isSoundVote(vote) ? yes(event('putToVote', vote)) : no('malformed')
    }
    case 'enterCount': {
      if (!state.votes.some(({ id }) => id === command.vote)) return no('notFound')
      const { do: _, ...count } = command
      return yes(event('countEntered', count))
    }
    case 'strikeVote':
      if (!runs) return no('notAllowed')
      if (!state.votes.some(({ id }) => id === command.vote)) return yes()
      return yes(event('voteStruck', { vote: command.vote }))
    case 'noteTask': {
      const { do: _, ...line } = command
      return state.lines.some(({ task }) => task === line.task) ? yes() : yes(event('taskNoted', line))
    }
    case 'markScore': {
      const { do: _, ...mark } = command
      if (mark.points !== null && mark.reason === undefined && needsReason(mark.sub, state))
        return no('reasonMissing')
      return yes(event('scoreMarked', mark))
    }
    case 'agreeScore': {
      if (!runs) return no('notAllowed')
      const { do: _, ...score } = command
      return yes(event('scoreAgreed', score))
    }
    default:
      return command satisfies never
  }
}

/** Other events leave the state as it is. */
export function foldVoting(state: Meeting, e: RecordedEvent): Meeting {
  const by = e.actor.by === 'person' ? e.actor.person : ''
  switch (e.type) {
    case 'putToVote':
      return { ...state, votes: [...state.votes, { ...(e.data as Facts['putToVote']), counts: [] }] }
    case 'countEntered': {
      const { vote: of, instead, ...count } = e.data as Facts['countEntered']
      const counted = (vote: Vote): Vote =>
        vote.id === of ? { ...vote, counts: entered(vote.counts, { ...count, by }, instead) } : vote
      return { ...state, votes: state.votes.map(counted) }
    }
    case 'voteStruck': {
      const { vote: of } = e.data as Facts['voteStruck']
      return { ...state, votes: state.votes.filter(({ id }) => id !== of) }
    }
    case 'taskNoted':
      return { ...state, lines: [...state.lines, e.data as AssignedLine] }
    case 'scoreMarked': {
      const { sub, points, reason, at } = e.data as Facts['scoreMarked']
      const { [sub]: _, ...others } = state.marks
      const mark = (given: number): ScoreMark => ({
        points: given,
        by,
        at,
        ...(reason === undefined ? {} : { reason }),
      })
      return { ...state, marks: points === null ? others : { ...others, [sub]: mark(points) } }
    }
    case 'scoreAgreed': {
      const self = { ...(e.data as Facts['scoreAgreed']), by }
      return { ...state, scores: { ...state.scores, self } }
    }
    default:
      return state
  }
}
