import * as v from 'valibot'
import { idSchema, type PersonId } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import type { Status } from '#shared/records/person.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import {
  rosterChangeSchema,
  votedSchema,
  type RosterChange,
  type RosterProposal,
} from '#shared/records/roster-proposal.ts'
import { oneLine } from '#shared/records/words.ts'
import { votesNeeded } from '#shared/rules/meeting/vote-result.ts'
import { may } from '#shared/rules/permissions.ts'
import {
  no,
  rosterRefusal,
  yes,
  type DirectoryDecision,
  type DirectoryQuestion,
} from './directory-decision.ts'
import { foldDirectory, type DirectoryEvent } from './directory-events.ts'
import { standingOf, type Directory } from './directory-state.ts'

export const rosterProposalCommands = [
  v.object({
    do: v.literal('proposeRosterChange'),
    /** The vote it rests on gives its id, so that asking twice proposes once. */
    proposal: idSchema,
    cell: idSchema,
    change: rosterChangeSchema,
    vote: votedSchema,
  }),
  v.object({
    do: v.literal('confirmRosterChange'),
    proposal: idSchema,
    /** The day it counts from: of an admission that of the ceremony. */
    on: daySchema,
  }),
  v.object({ do: v.literal('declineRosterChange'), proposal: idSchema, word: oneLine(300) }),
] as const
type ProposeRosterChange = v.InferOutput<(typeof rosterProposalCommands)[0]>
export type ProposalCommand = v.InferOutput<(typeof rosterProposalCommands)[number]>

/** [D20–D22] Proposed by a cell after its vote, answered once by an officer above it; only then the roster changes. */
export function decideProposal(
  directory: Directory,
  command: ProposalCommand,
  asked: DirectoryQuestion,
): DirectoryDecision {
  const { actor, at } = asked
  if (command.do === 'proposeRosterChange') return propose(directory, command, asked)
  const proposal = directory.proposals.get(command.proposal)
  if (!proposal || !may('confirmRosterChange', standingOf(directory, proposal.cell, actor)))
    return no('notFound')
  const { id, answer } = proposal
  if (command.do === 'declineRosterChange') {
    if (answer) return answer.is === 'declined' ? yes() : no('alreadyDecided')
    return yes({ type: 'rosterChangeDeclined', at, by: actor, proposal: id, word: command.word })
  }
  if (answer) return answer.is === 'confirmed' ? yes() : no('alreadyDecided')
  const refusal = changeRefusal(directory, proposal.cell, proposal.change)
  if (refusal) return no(refusal)
  const change = changeEvent(directory, proposal, { ...asked, on: command.on })
  const broken = rosterRefusal(foldDirectory(directory, change), proposal.cell, asked.ruleset)
  if (broken) return no(broken)
  return yes({ type: 'rosterChangeConfirmed', at, by: actor, proposal: id, on: command.on }, change)
}

/** [D24] Those of the cells he leads as secretary or deputy, or stands above as officer. */
export function proposalsSeenBy(directory: Directory, person: PersonId): RosterProposal[] {
  return [...directory.proposals.values()].filter(({ cell }) => {
    const standing = standingOf(directory, cell, person)
    return may('confirmRosterChange', standing) || may('proposeRosterChange', standing)
  })
}

function propose(
  directory: Directory,
  { proposal: id, cell, change, vote }: ProposeRosterChange,
  { actor, at, ruleset }: DirectoryQuestion,
): DirectoryDecision {
  if (directory.units.get(cell)?.kind !== 'cell') return no('notFound')
  if (!may('proposeRosterChange', standingOf(directory, cell, actor))) return no('notAllowed')
  const known = directory.proposals.get(id)
  if (known && known.cell !== cell) return no('alreadyExists')
  if (known && known.answer?.is !== 'declined') return yes()
  const needed = votesNeeded(vote.base, ruleset.majorities.value[change.matter])
  if (vote.for < needed || vote.for + vote.against + vote.other > vote.base) return no('notCarried')
  const refusal = changeRefusal(directory, cell, change)
  if (refusal) return no(refusal)
  const proposal: RosterProposal = { id, cell, change, vote, by: actor, at }
  return yes({ type: 'rosterChangeProposed', at, by: actor, proposal })
}

/** [D22] From which status a change leads; of an admission nobody is there yet. */
const FROM: Readonly<Record<Exclude<RosterChange['matter'], 'admission'>, Status>> = {
  recognition: 'probationary',
  exemption: 'official',
}

function changeRefusal(directory: Directory, cell: string, change: RosterChange): Refusal | null {
  const known = directory.people.get(change.person)
  if (change.matter === 'admission') return known ? 'duplicatePerson' : null
  const membership = known?.memberships.get(cell)
  if (!membership) return 'notFound'
  return membership.status === FROM[change.matter] ? null : 'notInThisState'
}

function changeEvent(
  directory: Directory,
  { cell, change }: RosterProposal,
  { actor, at, on }: DirectoryQuestion & { on: string },
): DirectoryEvent {
  const by = { at, by: actor, unit: cell }
  if (change.matter === 'admission') {
    const { person: id, name, birthYear } = change
    const born = birthYear === undefined ? {} : { birthYear }
    const member = { id, name, ...born, status: 'probationary', duties: [], probationFrom: on } as const
    return { type: 'peopleAdded', ...by, people: [{ ...member, duties: [] }] }
  }
  const { name = '', birthYear } = directory.people.get(change.person) ?? {}
  const born = birthYear === undefined ? {} : { birthYear }
  const status = change.matter === 'recognition' ? ('official' as const) : ('exempt' as const)
  return { type: 'personChanged', ...by, person: change.person, name, ...born, status }
}
