import { startUpdate } from '#shared/document/write.ts'
import { SCHEMA_VERSION } from '#shared/document/layout.ts'
import type { Op } from '#shared/protocol/batch.ts'
import type { Block, Content, DerivedKind } from '#shared/records/content.ts'
import { taskLines } from '#shared/rules/task-lines.ts'
import { MONTHLY_RESOLUTION } from '#shared/rulesets/templates.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import { heldOps, planOps } from './demo-meetings.ts'
import type { DemoPhone } from './demo-phone.ts'
import { NOTICES, WHAT_IS_NEXT, WHAT_WAS_DONE } from './demo-texts.ts'

const MONTHS = 14
/** So many of the last meetings are told from roll call to signature. */
const MEETINGS = 3
const DAY = 24 * 60 * 60 * 1000

/** Fourteen months of a cell, sent from its secretary's phone like everything real; the newest is still a draft. */
export async function tellHistory(
  phone: DemoPhone,
  { now, people }: { now: number; people: readonly RosterPerson[] },
  chance: () => number,
): Promise<void> {
  let last: Content | null = null
  for (let back = MONTHS - 1; back >= 0; back--) {
    const month = monthBefore(now, back)
    const begun = Date.UTC(month.year, month.number - 1, 1, 13) - 6 * DAY
    const isPast = back > 0
    const content = isPast ? filled(MONTHLY_RESOLUTION.content, chance) : null
    await phone.send(begun, resolutionOps(phone.unit, month, { chance, content }))
    if (back % 2 === 0) await phone.send(begun + 3 * DAY, noticeOps(phone.unit, month, { chance, isPast }))
    const before = last
    last = content
    if (back > MEETINGS) continue
    const startsAt = Date.UTC(month.year, month.number - 1, 3, 12, 30)
    const resolution = nameOf(phone.unit, month)
    const read = content && asRead(content, { before, month, people })
    const meeting = {
      cell: phone.unit,
      people,
      month: keyOf(month),
      startsAt,
      resolution,
      content: read,
      chance,
    }
    await phone.send(startsAt - 7 * DAY, planOps(meeting))
    const held = heldOps(meeting, MEETINGS - back + 1)
    if (held.length > 0) await phone.send(startsAt + 92 * 60_000, held)
  }
}

type Month = { year: number; number: number }
type How = { chance: () => number; isPast: boolean }

const nameOf = (unit: string, month: Month): string => `nq-${unit}-${keyOf(month)}`

function resolutionOps(
  unit: string,
  month: Month,
  { chance, content: written }: { chance: () => number; content: Content | null },
): Op[] {
  const record = nameOf(unit, month)
  const kind = 'resolution' as const
  const command = {
    do: 'startResolution',
    title: `Lãnh đạo thực hiện nhiệm vụ tháng ${two(month.number)}/${month.year}`,
    month: keyOf(month),
    template: MONTHLY_RESOLUTION.id,
    schema: SCHEMA_VERSION,
  }
  const update = startUpdate(written ?? MONTHLY_RESOLUTION.content, 1 + Math.floor(chance() * 0xfffffffe))
  const moves = written ? ['comments', 'ready'] : []
  return [
    { op: 'command', record, kind, command, together: 1 },
    { op: 'document', record, kind, update, refusalsSeen: 0, together: 1 },
    ...moves.map((to): Op => ({ op: 'command', record, kind, command: { do: 'moveResolution', to } })),
  ]
}

function noticeOps(unit: string, month: Month, { chance, isPast }: How): Op[] {
  const record = `tb-${unit}-${keyOf(month)}`
  const kind = 'announcement' as const
  const notice = { ...pick(NOTICES, chance), when: `${keyOf(month)}-12T19:30` }
  const published = { do: 'publishAnnouncement', slug: slugFrom(chance), notice }
  const withdrawn: Op[] = isPast
    ? [{ op: 'command', record, kind, command: { do: 'withdrawAnnouncement' } }]
    : []
  return [{ op: 'command', record, kind, command: published }, ...withdrawn]
}

/** The template with something written in its empty lines; what is still to be done stands in its numbered ones. */
function filled(content: Content, chance: () => number): Content {
  return content.flatMap((part): Content => {
    if (part.part !== 'block') return [part]
    if (part.runs.length > 0) return [part]
    const lines = part.kind === 'number' ? WHAT_IS_NEXT : WHAT_WAS_DONE
    const count = part.kind === 'number' ? 3 : 1
    return Array.from({ length: count }, (): Block => ({ ...part, runs: [{ text: pick(lines, chance) }] }))
  })
}

type Around = { before: Content | null; month: Month; people: readonly RosterPerson[] }

/** As it was read: what writes itself is written out, the table with one line for each task of the month before. */
function asRead(content: Content, { before, month, people }: Around): Content {
  const line = (text: string): Block => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })
  const day = `03/${two(month.number)}/${month.year}`
  const sentences: Partial<Record<DerivedKind, string>> = {
    opening: `Hôm nay, ngày ${day}, tại nhà văn hóa khu, chi bộ tổ chức sinh hoạt thường kỳ.`,
    headcount: `Chủ trì: đồng chí ${people[0]?.name}. Thư ký: đồng chí ${people[1]?.name}.`,
  }
  const head = ['TT', 'Nhiệm vụ', 'Tình trạng ban đầu', 'Kết quả']
  const lines = taskLines(before ?? []).map((line, i) => [String(i + 1), line, 'Có thời hạn', 'Hoàn thành'])
  const bold = head.map((text): Block[] => [{ ...line(text), runs: [{ text, bold: true }] }])
  const rows = [bold, ...lines.map((row) => row.map((text) => [line(text)]))]
  return content.flatMap((part): Content => {
    if (part.part !== 'derived') return [part]
    const sentence = sentences[part.kind]
    if (sentence !== undefined) return [line(sentence)]
    return lines.length > 0 ? [{ part: 'table', rows }] : []
  })
}

function monthBefore(now: number, back: number): Month {
  const date = new Date(now)
  const then = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 - back, 1))
  return { year: then.getUTCFullYear(), number: then.getUTCMonth() + 1 }
}

const two = (n: number): string => String(n).padStart(2, '0')
const keyOf = ({ year, number }: Month): string => `${year}-${two(number)}`

function pick<T>(list: readonly T[], chance: () => number): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

function slugFrom(chance: () => number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256))
  return Buffer.from(bytes).toString('base64url')
}
