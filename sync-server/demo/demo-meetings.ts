import { SCHEMA_VERSION } from '#shared/document/layout.ts'
import { startUpdate } from '#shared/document/write.ts'
import type { CommandOp, Op } from '#shared/protocol/batch.ts'
import type { AgendaItem, ItemPart } from '#shared/records/agenda.ts'
import type { Content } from '#shared/records/content.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { RecordKind } from '#shared/records/event.ts'
import { minutesOf } from '#shared/records/minutes.ts'
import { NUMBERS } from '#shared/records/numbers.ts'
import { taskLines } from '#shared/rules/task-lines.ts'
import { templateNamed } from '#shared/rulesets/templates.ts'
import { termOn } from '#shared/rules/paper-numbers.ts'
import { SAID } from './demo-texts.ts'

const MINUTE = 60_000
/** Planned minutes of each item; the secretary presents most of them, as secretaries do. */
const ITEMS: readonly (readonly [part: ItemPart, title: string, minutes: number, presenter: number])[] = [
  ['opening', 'Tuyên bố lý do, giới thiệu đại biểu', 5, 0],
  ['attendance', 'Điểm danh, cử thư ký', 5, 0],
  ['fees', 'Tình hình đóng đảng phí', 5, 0],
  ['report', 'Báo cáo kết quả tháng qua, nhiệm vụ tháng tới', 15, 0],
  ['documents', 'Thông tin văn bản mới của cấp trên', 10, 1],
  ['discussion', 'Thảo luận', 30, 0],
  ['tasks', 'Phân công nhiệm vụ', 5, 0],
  ['resolution', 'Biểu quyết nghị quyết', 10, 0],
  ['score', 'Tự chấm điểm buổi sinh hoạt', 5, 2],
  ['minutes', 'Thông qua biên bản, bế mạc', 5, 0],
]

export type DemoMeeting = {
  cell: string
  people: readonly RosterPerson[]
  /** `yyyy-mm`, and when it begins or began. */
  month: string
  startsAt: number
  resolution: RecordId
  /** What was adopted; null for the meeting that is still to come. */
  content: Content | null
  chance: () => number
}

const inMeeting =
  (record: RecordId) =>
  (command: object, onBehalfOf?: PersonId): CommandOp => {
    return { op: 'command', record, kind: 'meeting', command, ...(onBehalfOf ? { onBehalfOf } : {}) }
  }
const on = (kind: RecordKind, record: RecordId, command: object): Op => ({
  op: 'command',
  record,
  kind,
  command,
})

/** Planned a week before, as an op list of its own: the roster it rests on is that day's. */
export function planOps({ cell, people, month, startsAt, resolution }: DemoMeeting): Op[] {
  const give = inMeeting(meetingOf(cell, month))
  const committee = people.filter(({ duties }) => duties.includes('committee'))
  const agenda = ITEMS.map(([part, title, minutes, who], i): AgendaItem => {
    const presenter = committee[who]?.id
    const text = part === 'resolution' ? { text: resolution } : {}
    return {
      id: `item-${i + 1}-${month}`,
      part,
      title,
      minutes,
      ...(presenter ? { presenter } : {}),
      ...text,
    }
  })
  const place = 'Nhà văn hóa khu'
  const plan = {
    do: 'planMeeting',
    type: 'regular',
    month,
    startsAt: wallClock(startsAt),
    place,
    minutes: 90,
    agenda,
  }
  const day = (before: number) => wallClock(startsAt - before * 24 * 60 * MINUTE).slice(0, 10)
  return [
    give(plan),
    give({ do: 'tickStep', step: 'contentsAssigned', day: day(7) }),
    give({ do: 'tickStep', step: 'committeeMet', day: day(4) }),
  ]
}

/** The evening itself, from the roll call to the signature; one or two are always away. */
export function heldOps(meeting: DemoMeeting, no: number): Op[] {
  const { cell, people, month, startsAt, resolution, content, chance } = meeting
  if (!content) return []
  const record = meetingOf(cell, month)
  const give = inMeeting(record)
  const voting = people.filter(({ status }) => status === 'official')
  const [secretary, deputy] = [people[0]?.id ?? '', people[1]?.id ?? '']
  const at = (minute: number) => startsAt + minute * MINUTE
  const here = people.filter(
    ({ status }) => status !== 'suspended' && status !== 'temporarilyOut' && chance() > 0.08,
  )
  const present = here.map(({ id }) => id)
  const roll = people.map(({ id: person, status, duties }) => ({ person, status, duties }))
  const marks = people.map(({ id: person }, i) => {
    const is = present.includes(person) ? (chance() > 0.9 ? 'late' : 'present') : 'excused'
    return give({ do: 'markAttendance', id: `mark-${i}-${month}`, person, is, at: at(4), instead: [] })
  })
  const speakers = here.filter(() => chance() > 0.5)
  const said = speakers.map(({ id }, i) => {
    const text = SAID[Math.floor(chance() * SAID.length)] ?? ''
    const item = `item-6-${month}`
    const note = {
      do: 'noteContribution',
      id: `said-${i}-${month}`,
      item,
      kind: 'opinion',
      text,
      at: at(45 + i),
    }
    return give(note, id === secretary ? undefined : id)
  })
  const yes = voting.filter(({ id }) => present.includes(id)).length
  const vote = `vote-1-${month}`
  const about = { what: 'text', record: resolution }
  const put = {
    do: 'putToVote',
    id: vote,
    item: `item-8-${month}`,
    about,
    majority: 'ordinary',
    form: 'hands',
  }
  const adopt = { do: 'adoptText', meeting: record, vote, content, amendments: [], at: at(82) }
  const signers = [{ person: secretary, post: 'secretary' }]
  const signedOn = wallClock(startsAt).slice(0, 10)
  const term = termOn(signedOn)
  const turns = ITEMS.map((_, i) => give({ do: 'takeUpItem', item: `item-${i + 1}-${month}`, at: at(9 * i) }))
  return [
    give({ do: 'openMeeting', at: at(0), chair: secretary, roll }),
    give({ do: 'appointMinuteTaker', person: deputy, at: at(1) }),
    ...turns.slice(0, 2),
    ...marks,
    ...turns.slice(2, 6),
    give({
      do: 'noteFees',
      id: `fees-${month}`,
      paid: present.length,
      of: people.length,
      at: at(8),
      instead: [],
    }),
    ...said,
    ...turns.slice(6),
    give({ ...put, present, amendments: [], at: at(80) }),
    give({
      do: 'enterCount',
      id: `count-${month}`,
      vote,
      for: yes,
      against: 0,
      other: 0,
      at: at(81),
      instead: [],
    }),
    on('resolution', resolution, adopt),
    on('resolution', resolution, {
      ...{ do: 'signText', content, signers, signedOn, slug: slugFrom(chance), at: at(85) },
    }),
    on('numbers', NUMBERS, { do: 'takeNumber', record: resolution, type: 'NQ', term, no }),
    ...taskOps(meeting, record),
    ...minutesOps(record, chance),
    give({ do: 'closeMeeting', at: at(92) }),
    give({ do: 'tickStep', step: 'signedPapersPosted', day: signedOn }),
  ]
}

/** Begun as the secretary's phone begins them: what was entered writes itself into them. */
function minutesOps(meeting: RecordId, chance: () => number): Op[] {
  const record = minutesOf(meeting)
  const update = startUpdate(templateNamed('minutes')?.content ?? [], 1 + Math.floor(chance() * 0xfffffffe))
  const begin = { do: 'beginMinutes', meeting, schema: SCHEMA_VERSION }
  return [
    { op: 'command', record, kind: 'minutes', command: begin },
    { op: 'document', record, kind: 'minutes', update, refusalsSeen: 0 },
  ]
}

/** Every line of part II with an owner and a day; what is done of it comes later. */
function taskOps(
  { people, month, startsAt, content, resolution, chance }: DemoMeeting,
  meeting: RecordId,
): Op[] {
  const owners = people.filter(({ status }) => status === 'official')
  return taskLines(content ?? []).flatMap((line, i): Op[] => {
    const task = `viec-${i + 1}-${meeting}`.slice(0, 32)
    const owner = owners[Math.floor(chance() * owners.length)]?.id ?? ''
    const deadline = wallClock(startsAt + (14 + i * 3) * 24 * 60 * MINUTE).slice(0, 10)
    const from = { meeting, resolution, line }
    return [
      on('task', task, { do: 'assignTask', title: line, owner, deadline, reportIn: monthAfter(month), from }),
      inMeeting(meeting)({ do: 'noteTask', task, line, resolution }),
    ]
  })
}

export const meetingOf = (cell: string, month: string): RecordId => `sh-${cell}-${month}`

const two = (n: number): string => String(n).padStart(2, '0')
const HANOI = 7 * 60 * MINUTE

/** By the clock on the wall of a culture house. */
function wallClock(at: number): string {
  return new Date(at + HANOI).toISOString().slice(0, 16)
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${two(number + 1)}`
}

function slugFrom(chance: () => number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256))
  return Buffer.from(bytes).toString('base64url')
}
