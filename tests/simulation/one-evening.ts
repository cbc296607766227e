import { readContent } from '#shared/document/read.ts'
import type { Content } from '#shared/records/content.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { standing } from '#shared/rules/register.ts'
import { resultOf } from '#shared/rules/meeting/vote-result.ts'
import type { Chance } from './chance.ts'
import type { Phone } from './phone.ts'
import { SCOPE, stateOn } from './real-phones.ts'

export const SH = 'sinh-hoat-12'
export const NQ = 'nghi-quyet-12'
const MEETING = { scope: SCOPE, record: SH, kind: 'meeting' } as const
export const TEXT = { scope: SCOPE, record: NQ, kind: 'resolution' } as const

/** What somebody adopted or signed on his phone, found again by a sign of its own in the command. */
export type Attempts = Map<string, Content>

export const meetingOn = ({ book, parts }: Phone) => stateOn<Meeting>(book, parts.identity, 'meeting', SH)
export const textOn = ({ book, parts }: Phone) => stateOn<Resolution>(book, parts.identity, 'resolution', NQ)

type Hand = { phone: Phone; chance: Chance; at: number; attempts: Attempts }
type Command = { do: string; [field: string]: unknown }

export const PLAN: Command = {
  do: 'planMeeting',
  type: 'regular',
  month: '2026-12',
  startsAt: '2026-12-03T19:30',
  place: 'Nhà văn hóa',
  minutes: 90,
  agenda: [{ id: 'item-0001', part: 'discussion', title: 'Thảo luận', minutes: 30 }],
}

/** One deed of the evening on one phone, by what that phone knows: planned, opened, marked, voted, counted, adopted, signed. */
export async function goOn(hand: Hand): Promise<void> {
  const { phone, chance } = hand
  const meeting = await meetingOn(phone)
  const text = await textOn(phone)
  if (!meeting) {
    await phone.replica.give(MEETING, PLAN)
    return
  }
  const isOpen = meeting.course.is === 'running'
  if (isOpen && text?.adopted && chance.happens(0.4)) await sign(hand, text.adopted.content)
  else if (isOpen && chance.happens(0.35)) await adopt(hand, meeting)
  else await phone.replica.give(MEETING, await inTheRoom(hand, meeting))
}

async function inTheRoom(hand: Hand, meeting: Meeting): Promise<Command> {
  const { chance, at, phone } = hand
  const { person } = phone.parts.identity
  const people =
    (await phone.book.list('rosters')).find(({ unit }) => SCOPE.endsWith(unit))?.roster.people ?? []
  const roll = people.map(({ id, status, duties }) => ({ person: id, status, duties }))
  if (meeting.course.is === 'planned') return { do: 'openMeeting', at, chair: person, roll }
  const what = chance.next()
  const [vote] = meeting.votes.length > 0 ? [chance.pick(meeting.votes)] : []
  if (what < 0.1 || people.length === 0) return { do: 'takeChair', person, at }
  if (what < 0.14) return { do: chance.happens(0.2) ? 'closeMeeting' : 'reopenMeeting', at }
  if (what < 0.18) return { do: 'openMeeting', at, chair: person, roll }
  if (what < 0.22 && vote) return { do: 'strikeVote', vote: vote.id }
  if (what < 0.4) {
    const marked = chance.pick(people).id
    const instead = chance.happens(0.5) ? (meeting.attendance[marked] ?? []).map(({ id }) => id) : []
    const is = chance.pick(['present', 'late', 'excused', 'leftEarly'])
    return { do: 'markAttendance', id: chance.id(), person: marked, is, at, instead }
  }
  if (!vote || what < 0.55) {
    const about = { what: 'text', record: NQ }
    const present = people.slice(0, 6 + chance.below(people.length - 5)).map(({ id }) => id)
    const how = { majority: 'ordinary', form: 'hands', present, amendments: [] }
    return { do: 'putToVote', id: chance.id(), item: null, about, ...how, at }
  }
  const entitled = resultOf(vote, meeting).entitled
  const votes = chance.happens(0.8) ? entitled : chance.below(entitled + 2)
  const instead = chance.happens(0.8) ? vote.counts.map(({ id }) => id) : []
  return { do: 'enterCount', id: chance.id(), vote: vote.id, for: votes, against: 0, other: 0, at, instead }
}

async function adopt({ phone, chance, at, attempts }: Hand, meeting: Meeting): Promise<void> {
  const carried = meeting.votes.filter((vote) => resultOf(vote, meeting).is === 'carried')
  const votes = carried.length > 0 ? carried : meeting.votes.filter(({ counts }) => standing(counts))
  const [vote] = votes.length > 0 ? [chance.pick(votes)] : []
  if (!vote) return
  const content = await phone.replica.look(TEXT, readContent)
  const sign = chance.id()
  const adopted = { meeting: SH, vote: vote.id, content, amendments: [sign], at }
  attempts.set(sign, structuredClone(content))
  await phone.replica.give(TEXT, { do: 'adoptText', ...adopted })
}

async function sign({ phone, chance, at, attempts }: Hand, adopted: Content): Promise<void> {
  const content = chance.happens(0.5) ? adopted : await phone.replica.look(TEXT, readContent)
  const slug = `${chance.id()}${chance.id()}`.slice(0, 22)
  const signers = [{ person: phone.parts.identity.person, post: 'secretary' }]
  attempts.set(slug, structuredClone(content))
  await phone.replica.give(TEXT, { do: 'signText', content, signers, signedOn: '2026-12-04', slug, at })
}
