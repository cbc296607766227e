import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Op } from '#shared/protocol/batch.ts'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { foundDemo } from '#server/demo/demo-commune.ts'
import { DemoPhone } from '#server/demo/demo-phone.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { dataFile, serverKeyFile } from '#server/storage/data-folder.ts'
import { lineageOf } from '#server/storage/lineage.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'

export const CELL = 'khu-dong-mit'
export const MEETING = 'sh-buoi-that-dong'
const OFFICER = 'can-bo-dang-uy'
const SECRETARY = `${CELL}-1`
export const SIZE = { members: 60, items: 20, contributions: 40 }

/** The demo's commune in a folder, its first cell grown to 60 members, with a meeting of 20 items and 40 contributions under way. */
export async function makeBigMeeting(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const storage = SqliteStorage.open(dataFile(dataDir))
  const { sign } = await openServerKey(serverKeyFile(dataDir))
  const chance = (n: number) => new Uint8Array(randomBytes(n))
  const lineage = await lineageOf(storage, chance)
  const verify = signatureChecker()
  const clock = () => Date.now()
  const book = await openServerBook({ storage, sign, verify, clock, ...lineage, app: '0.1.0' })
  await foundDemo(book)
  const people = await grownTo(SIZE.members, book)
  const phone = await DemoPhone.enrol(book, CELL, SECRETARY, OFFICER, 'may-buoi-that-dong')
  await phone.send(clock(), evening(people, clock()))
  await phone.revoke()
  await book.settled()
  await storage.close()
}

async function grownTo(members: number, book: ServerBook): Promise<RosterPerson[]> {
  const cell = () =>
    [...book.directory().people.values()].flatMap((person): RosterPerson[] => {
      const of = person.memberships.get(CELL)
      return of ? [{ id: person.id, name: person.name, status: of.status, duties: [...of.duties] }] : []
    })
  const more = Array.from({ length: members - cell().length }, (_, i): RosterPerson => {
    const name = `Nguyễn Thị Hồng ${String.fromCodePoint(65 + (i % 26))}${i}`
    return { id: `${CELL}-them-${i}`, name, status: 'official', duties: [] }
  })
  const decision = await book.direct({ do: 'addPeople', unit: CELL, people: more }, OFFICER)
  if (!decision.ok) throw new Error(decision.refusal)
  return cell()
}

function evening(people: readonly RosterPerson[], now: number): Op[] {
  const give = (command: object, onBehalfOf?: string): Op => ({
    ...{ op: 'command', record: MEETING, kind: 'meeting', command },
    ...(onBehalfOf && onBehalfOf !== SECRETARY ? { onBehalfOf } : {}),
  })
  const agenda = Array.from({ length: SIZE.items }, (_, i): AgendaItem => ({
    ...{ id: `item-${i}-that-dong`, part: i === 1 ? 'attendance' : 'discussion', minutes: 5 },
    title: `Mục ${i + 1}: thảo luận việc sửa đường, nạo vét mương và vận động các hộ`,
  }))
  const roll = people.map(({ id: person, status, duties }) => ({ person, status, duties }))
  const day = dayInVietnam(now)
  const plan = {
    type: 'regular',
    month: day.slice(0, 7),
    startsAt: `${day}T19:30`,
    place: 'Nhà văn hóa',
    minutes: 120,
  }
  const said = Array.from({ length: SIZE.contributions }, (_, i) => {
    const speaker = people[i % people.length]?.id ?? SECRETARY
    const text = `Ý kiến thứ ${i + 1}: đề nghị làm cống qua đường trước mùa mưa, giao chi hội phụ nữ vận động.`
    const note = {
      do: 'noteContribution',
      id: `said-${i}-that-dong`,
      item: 'item-2-that-dong',
      kind: 'opinion',
      text,
    }
    return give({ ...note, at: now }, speaker)
  })
  return [
    give({ do: 'planMeeting', ...plan, agenda }),
    give({ do: 'openMeeting', at: now, chair: SECRETARY, roll }),
    give({ do: 'takeUpItem', item: 'item-2-that-dong', at: now }),
    ...said,
  ]
}
