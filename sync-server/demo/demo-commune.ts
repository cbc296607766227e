import { webcrypto } from 'node:crypto'
import type { DirectoryCommand } from '#shared/events/directory.ts'
import type { DirectoryDecision } from '#shared/events/directory-decision.ts'
import type { Directory } from '#shared/events/directory-state.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { tellHistory } from './demo-history.ts'
import { DemoPhone } from './demo-phone.ts'
import { madeUpName } from './made-up-names.ts'
import { seeded } from './seeded-chance.ts'

const SEED = 20261203
const COMMUNE = 'xa-thanh-moc'
const OFFICER = 'can-bo-dang-uy'
/** Village cells and how many members each has. */
const CELLS = [
  ['khu-dong-mit', 'Chi bộ khu Đồng Mít', 22],
  ['khu-ao-sen', 'Chi bộ khu Ao Sen', 36],
  ['khu-go-dau', 'Chi bộ khu Gò Dâu', 28],
  ['khu-vuon-tram', 'Chi bộ khu Vườn Trám', 17],
  ['khu-ben-vong', 'Chi bộ khu Bến Vông', 31],
  ['khu-rung-co', 'Chi bộ khu Rừng Cọ', 15],
] as const
/** Since when the one on probation is: near enough to its end that the cell is reminded. */
const ELEVEN_MONTHS = 335 * 24 * 60 * 60 * 1000
const OTHER_STATUSES: readonly Status[] = [
  'probationary',
  'exempt',
  'temporarilyOut',
  'temporarilyIn',
  'suspended',
]

/** A made-up commune to try things out in, founded and filled by the same commands as a real one; once. */
export async function foundDemo(book: ServerBook): Promise<void> {
  if (book.directory().units.size > 0) return
  const keys = { signKey: await unusedKey(), agreeKey: await unusedKey() }
  const device = 'may-lap-dat-thu'
  accepted(
    await book.found({
      commune: COMMUNE,
      communeName: 'Đảng ủy xã Thanh Mộc',
      officer: OFFICER,
      officerName: 'Đinh Thị Phương Nhung',
      device,
      label: 'Máy tạo dữ liệu thử',
      ...keys,
    }),
  )
  const chance = seeded(SEED)
  const now = Date.now()
  for (const [cell, name, members] of CELLS) {
    await give(book, { do: 'createCell', cell, commune: COMMUNE, name, cellKind: 'village' })
    const people = villagers(cell, members, { now, chance })
    await give(book, { do: 'addPeople', unit: cell, people })
    const phone = await DemoPhone.enrol(book, cell, secretaryOf(cell), OFFICER)
    await tellHistory(phone, { now, people }, chance)
    await phone.revoke()
  }
  await give(book, { do: 'assignSuperior', cell: CELLS[0][0], person: OFFICER })
  await give(book, { do: 'revokeDevice', device })
}

/** Whom the demo's links are for. */
export function demoPeople(directory: Directory): { who: string; person: PersonId }[] {
  const [cell] = CELLS[0]
  const people = [...directory.people.values()]
  const inCell = (wanted: (duties: readonly Duty[], status: Status) => boolean) =>
    people.find((p) => {
      const membership = p.memberships.get(cell)
      return membership !== undefined && wanted(membership.duties, membership.status)
    })
  const found = [
    { who: 'Cán bộ Đảng ủy xã / commune officer', found: directory.people.get(OFFICER) },
    { who: 'Bí thư chi bộ / cell secretary', found: inCell((duties) => duties.includes('secretary')) },
    {
      who: 'Đảng viên / member',
      found: inCell((duties, status) => duties.length === 0 && status === 'official'),
    },
  ]
  return found.flatMap(({ who, found }) =>
    found ? [{ who: `${who}, ${found.name}`, person: found.id }] : [],
  )
}

function villagers(
  cell: string,
  count: number,
  { now, chance }: { now: number; chance: () => number },
): RosterPerson[] {
  const probationFrom = new Date(now - ELEVEN_MONTHS).toISOString().slice(0, 10)
  const names = new Set<string>()
  return Array.from({ length: count }, (_, i) => {
    const name = madeUpName(chance)
    const again = names.has(name)
    names.add(name)
    const birthYear = again ? { birthYear: 1950 + Math.floor(chance() * 50) } : {}
    const place = placeOf(i)
    const since = place.status === 'probationary' ? { probationFrom } : {}
    return { id: personOf(cell, i), name, ...birthYear, ...place, ...since }
  })
}

const personOf = (cell: string, i: number): PersonId => `${cell}-${i + 1}`
const secretaryOf = (cell: string): PersonId => personOf(cell, 0)

/** Secretary, deputy and a third in the committee; then one of every status; the others are official members. */
function placeOf(i: number): { status: Status; duties: Duty[] } {
  const duties: readonly Duty[][] = [['secretary', 'committee'], ['deputy', 'committee'], ['committee']]
  return { status: OTHER_STATUSES[i - duties.length] ?? 'official', duties: duties[i] ?? [] }
}

async function give(book: ServerBook, command: DirectoryCommand): Promise<void> {
  accepted(await book.direct(command, OFFICER))
}

function accepted(decision: DirectoryDecision): void {
  if (!decision.ok) throw new Error(`the demo was refused: ${decision.refusal}`)
}

/** A real public key whose other half nobody has. */
async function unusedKey(): Promise<string> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  return Buffer.from(await webcrypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url')
}
