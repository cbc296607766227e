import type { Day } from '#shared/records/local-time.ts'
import type { MeetingRow } from '#shared/records/row.ts'
import { TOPIC_RESTS } from '#shared/rulesets/topics/bank.ts'
import { TOPIC_GROUPS, type Topic, type TopicGroup } from '#shared/rulesets/topics/topic.ts'

/** Why a topic is proposed; months as `yyyy-mm`. */
export type Reason =
  | { why: 'season'; month: string }
  | { why: 'never' }
  | { why: 'longAgo'; last: string }
  /** Nothing of its group was treated while it rests. */
  | { why: 'groupRests' }
  /** Only once everything else has been treated too: it has waited longest. */
  | { why: 'treatedLast'; last: string }

export type Suggestion = { topic: Topic; reasons: readonly Reason[] }
export type TopicState = { is: 'free' } | { is: 'planned'; row: MeetingRow } | { is: 'treated'; last: string }

type Asked = {
  topics: readonly Topic[]
  /** Meetings of the cell. */
  rows: readonly MeetingRow[]
  /** For a meeting in this month, `yyyy-mm`. */
  month: string
  today: Day
}

/** [M72] A meeting treats a topic of its name, or one in the same words that somebody typed. */
export const treats = (row: MeetingRow, { id, title }: Topic): boolean =>
  row.type === 'thematic' &&
  (row.topicId === id || (row.topicId === undefined && row.topic?.toLowerCase() === title.toLowerCase()))

/** [M72] What became of a topic: it is planned, was treated last in a month, or neither. */
export function topicState(topic: Topic, rows: readonly MeetingRow[], today: Day): TopicState {
  const about = rows.filter((row) => treats(row, topic))
  const row = about.find((one) => isToCome(one, today))
  if (row) return { is: 'planned', row }
  const last = lastMonth(about)
  return last === null ? { is: 'free' } : { is: 'treated', last }
}

/**
 * [M73] [M74] Every topic that is not planned, best first, each with its reasons: what rests comes last; before that what
 * the season brings, one of each group in turn, the groups that waited longest first.
 */
export function suggestTopics({ topics, rows, month, today }: Asked): Suggestion[] {
  const groups = groupsByRest(topics, rows)
  const candidates = topics.flatMap((topic) => {
    const state = topicState(topic, rows, today)
    if (state.is === 'planned') return []
    const last = state.is === 'treated' ? state.last : null
    const rests = last !== null && restsIn(last, month)
    const season = topic.months?.includes(Number(month.slice(5))) ?? false
    return [{ topic, last, rests, season }]
  })
  type Candidate = (typeof candidates)[number]
  const turns = new Map<string, number>()
  /** Never treated first, then the longest ago; what is as old stays in the order of the bank. */
  const byWait = (a: Candidate, b: Candidate) => compare(a.last ?? '', b.last ?? '')
  const inTurn = candidates.toSorted(byWait).map((one) => {
    const key = `${one.rests} ${one.season} ${one.topic.group}`
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return { ...one, turn, group: groups.findIndex(({ name }) => name === one.topic.group) }
  })
  const free = inTurn
    .filter(({ rests }) => !rests)
    .toSorted((a, b) => Number(b.season) - Number(a.season) || a.turn - b.turn || a.group - b.group)
  const resting = inTurn.filter(({ rests }) => rests)
  return [...free, ...resting].map(({ topic, last, rests, season, group }) => {
    const groupLast = groups[group]?.last ?? null
    const reasons: Reason[] = []
    if (season && !rests) reasons.push({ why: 'season', month })
    if (last === null) reasons.push({ why: 'never' })
    else reasons.push(rests ? { why: 'treatedLast', last } : { why: 'longAgo', last })
    if (groupLast !== null && !restsIn(groupLast, month)) reasons.push({ why: 'groupRests' })
    return { topic, reasons }
  })
}

export type QuarterMark = 'held' | 'planned' | 'due' | 'ahead' | 'missed' | 'before'
export type Quarter = {
  number: 1 | 2 | 3 | 4
  mark: QuarterMark
  /** Thematic meetings of it that were held or are to come. */
  rows: readonly MeetingRow[]
  /** The month a meeting would be for, and what could be treated; where one is still wanted. */
  month?: string
  proposal?: Suggestion
}

/**
 * [M75] The year by its quarters: held, planned, due in the quarter that runs, ahead, missed where it ended without; nothing
 * was missed before the book began. What is proposed is for the next meeting's month where that lies in the quarter.
 */
export function yearOfTopics({
  topics,
  rows,
  month: next,
  today,
  year,
}: Asked & { year: number }): Quarter[] {
  const proposed = new Set<string>()
  return ([1, 2, 3, 4] as const).map((number): Quarter => {
    const [first, last] = [number * 3 - 2, number * 3].map((n) => `${year}-${two(n)}`) as [string, string]
    const here = rows.filter(({ type, month }) => type === 'thematic' && first <= month && month <= last)
    const held = here.filter(wasHeld)
    const toCome = here.filter((row) => isToCome(row, today))
    const shown = { number, rows: [...held, ...toCome] }
    if (held.length > 0) return { ...shown, mark: 'held' }
    if (toCome.length > 0) return { ...shown, mark: 'planned' }
    const now = today.slice(0, 7)
    if (last < now) return { ...shown, mark: rows.some(({ month }) => month <= last) ? 'missed' : 'before' }
    const month = first > now ? first : next <= last ? next : now
    const free = topics.filter(({ id }) => !proposed.has(id))
    const [proposal] = suggestTopics({ topics: free, rows, month, today })
    if (proposal) proposed.add(proposal.topic.id)
    return { ...shown, mark: first <= now ? 'due' : 'ahead', month, ...(proposal ? { proposal } : {}) }
  })
}

/** [M73] It was treated fewer months before than a topic rests. */
const restsIn = (last: string, month: string): boolean => monthsFrom(last, month) < TOPIC_RESTS.value.months

const wasHeld = ({ course }: MeetingRow): boolean => course === 'running' || course === 'closed'
const isToCome = ({ course, startsAt }: MeetingRow, today: Day): boolean =>
  course === 'planned' && startsAt.slice(0, 10) >= today

const lastMonth = (rows: readonly MeetingRow[]): string | null =>
  rows
    .filter(wasHeld)
    .map(({ month }) => month)
    .toSorted()
    .at(-1) ?? null

/** The groups, longest untreated first, each with the month it was treated last. */
function groupsByRest(topics: readonly Topic[], rows: readonly MeetingRow[]) {
  const lastOf = (name: TopicGroup) =>
    lastMonth(rows.filter((row) => topics.some((topic) => topic.group === name && treats(row, topic))))
  return TOPIC_GROUPS.map((name) => ({ name, last: lastOf(name) })).toSorted((a, b) =>
    compare(a.last ?? '', b.last ?? ''),
  )
}

const monthsFrom = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const two = (n: number): string => String(n).padStart(2, '0')
