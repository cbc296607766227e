import type { Duty, Status } from '#shared/records/person.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { makeKeys } from './keys.ts'

export const CELL = 'cell-dong-ma'
const COMMUNE = 'commune-thanh-ba'
export const LINEAGE = 'lineage-1'
export const PEOPLE: readonly [name: string, status: Status, duties: Duty[]][] = [
  ['An', 'official', ['secretary', 'committee']],
  ['Bình', 'official', ['deputy', 'committee']],
  ['Cúc', 'official', ['committee']],
  ['Dũng', 'official', ['committee']],
  ['Em', 'probationary', []],
  ['Giang', 'official', []],
  ['Hà', 'exempt', []],
  ['Khoa', 'official', []],
  ['Lan', 'official', []],
  ['Minh', 'official', []],
  ['Nga', 'official', []],
  ['Oanh', 'temporarilyIn', []],
]
export const personId = (i: number): string => `person-${String(i).padStart(3, '0')}`
export const OFFICER = personId(99)

/** A commune with its officer and one cell of twelve, made through the directory's own commands. */
export async function makeVillage(server: ServerBook): Promise<void> {
  const { publicKey } = await makeKeys()
  const phone = { device: 'device-commune', signKey: publicKey, agreeKey: publicKey, label: 'máy xã' }
  const officer = { officer: OFFICER, officerName: 'Phạm Thị Yến' }
  await server.found({ commune: COMMUNE, communeName: 'Đảng ủy xã Thanh Ba', ...officer, ...phone })
  const cell = { cell: CELL, commune: COMMUNE, name: 'Chi bộ khu Đồng Mạ', cellKind: 'village' as const }
  await server.direct({ do: 'createCell', ...cell }, OFFICER)
  const people = PEOPLE.map(([name, status, duties], i) => {
    return { id: personId(i), name: `Đồng chí ${name}`, status, duties: [...duties] }
  })
  const added = await server.direct({ do: 'addPeople', unit: CELL, people }, OFFICER)
  if (!added.ok) throw new TypeError('the cell could not be made')
}
