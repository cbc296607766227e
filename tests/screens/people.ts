import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'

const NAMES =
  `Nguyễn Thị Phương Lan|Trần Văn Hòa|Lê Thị Mai|Hà Văn Tâm|Đinh Công Hùng|Nguyễn Thị Hồng Nhung|Phạm Ngọc Ánh|Hoàng Thị Bích Ngọc|Đỗ Văn Minh|Bùi Thị Kim Oanh|Vũ Đình Quyết|Nguyễn Hữu Thắng|Trịnh Thị Thanh Huyền|Lê Quang Vinh|Ngô Thị Tuyết Trinh|Đặng Văn Sơn|Nguyễn Thị Phương Lan|Tôn Nữ Hoàng Diễm Quỳnh|Lý A Páo|Nguyễn Đức Ân|Trần Thị Ánh Nguyệt|Phan Thanh Bình`.split(
    '|',
  )
const STATUS: Readonly<Record<number, Status>> = {
  6: 'probationary',
  13: 'probationary',
  8: 'exempt',
  15: 'temporarilyOut',
  18: 'temporarilyIn',
}
const DUTY: Readonly<Record<number, Duty[]>> = {
  3: ['secretary', 'committee'],
  0: ['deputy', 'committee'],
  4: ['committee'],
}

export const COMMUNE = 'commune-thanh-ba'
export const CELL = 'cell-dong-ma'
export const OFFICER = 'person-officer'
export const personId = (i: number) => `person-${String(i).padStart(2, '0')}`

function member(name: string, i: number): RosterPerson {
  const birthYear = name === 'Nguyễn Thị Phương Lan' ? { birthYear: i === 0 ? 1971 : 1996 } : {}
  return { id: personId(i), name, status: STATUS[i] ?? 'official', duties: DUTY[i] ?? [], ...birthYear }
}

const commune = { kind: 'commune', id: COMMUNE, name: 'Đảng ủy xã Thanh Ba' } as const
const CELLS = ['Ninh Dân', 'Yên Nội', 'Vân Lĩnh', 'Trường Trung học cơ sở Thanh Ba', 'Trạm Y tế']

export function rosters(count: number, issuedAt: number): Roster[] {
  const of = { lineage: 'lineage-1', version: 4, issuedAt }
  const officer: RosterPerson = {
    id: OFFICER,
    name: 'Nguyễn Khắc Trường Giang',
    status: 'official',
    duties: ['officer'],
  }
  const home: Roster = {
    ...of,
    unit: { kind: 'cell', id: CELL, name: 'Chi bộ khu Đồng Mạ', cellKind: 'village', parent: COMMUNE },
    superior: commune,
    people: NAMES.slice(0, count).map(member),
  }
  const others = CELLS.map((name, i): Roster => ({
    ...of,
    unit: {
      kind: 'cell',
      id: `cell-other-${i}`,
      name: `Chi bộ ${name}`,
      cellKind: 'village',
      parent: COMMUNE,
    },
    superior: commune,
    people:
      i === 4
        ? []
        : [member(`Hà Thị Thu ${name.split(' ')[0] ?? ''}`, 30 + i)].map((p) => ({
            ...p,
            duties: ['secretary'],
          })),
  }))
  return [{ ...of, unit: commune, people: [officer] }, home, ...others]
}
