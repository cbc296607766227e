import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { compareRosters, type Comparison, type Listed } from './compare-rosters.ts'
import { cellKey, nameKey } from './name-key.ts'

const [DONG_MIT, AO_SEN] = ['khu-dong-mit', 'khu-ao-sen']
const roster = (id: string, people: RosterPerson[]): Roster => ({
  ...{ lineage: 'dong-0001', version: 1, issuedAt: 0, people },
  unit: { kind: 'cell', id, name: id, cellKind: 'village', parent: 'xa-thanh-moc' },
})
let next = 0
const known = (name: string, of: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ id: `person-${++next}`, name, status: 'official', duties: [] },
  ...of,
})
let row = 0
const listed = (name: string, of: Partial<Listed> = {}): Listed => ({
  ...{ at: { sheet: 'DS', row: ++row }, cell: DONG_MIT, name },
  ...of,
})
const said = ({ added, changed, moved, left, doubtful, same }: Comparison) => ({
  same,
  added: added.map((a) => a.person.name),
  changed: changed.map((c) => [c.person.name, c.status, ...c.duties].join(' ')),
  moved: moved.map((m) => `${m.person.name}${m.isSure ? '!' : '?'}`),
  left: left.map((l) => l.person.name),
  doubtful: doubtful.map((d) => `${d.name} ${d.why}`),
})
const NOTHING = { same: 0, added: [], changed: [], moved: [], left: [], doubtful: [] }
const compared = (list: Listed[], ...rosters: Roster[]) => said(compareRosters(list, rosters))

describe('[D18] names', () => {
  it.each([
    ['Nguyễn Văn Hòa', 'NGUYỄN VĂN HOÀ', true],
    ['Trần Thị Thúy', 'Trần  Thị Thuý ', true],
    ['Đỗ Thị Ngọc', 'Đỗ Thị Ngọc'.normalize('NFD'), true],
    ['Nguyễn Văn Hòa', 'Nguyễn Văn Hoa', false],
    ['Lê Văn Đảng', 'Lê Văn Đăng', false],
    ['Lê Văn An', 'Lê Văn Ân', false],
  ])('%s and %s: %s', (a, b, same) => expect(nameKey(a) === nameKey(b)).toBe(same))

  it.each([
    ['Chi bộ khu Đồng Mạ', 'CB KHU ĐỒNG MẠ', true],
    ['Chi bộ Khu 5', 'khu 05', true],
    ['Khu 5', 'Khu 15', false],
    ['Chi bộ Trạm Y tế', 'Trạm y tế', true],
  ])('of cells: %s and %s: %s', (a, b, same) => expect(cellKey(a) === cellKey(b)).toBe(same))
})

describe('[D18] a list beside the book', () => {
  it('finds nothing to do when both say the same', () => {
    const book = roster(DONG_MIT, [known('Nguyễn Văn Hòa', { duties: ['secretary'] }), known('Lê Thị Mai')])
    const list = [
      listed('NGUYỄN VĂN HOÀ', { duties: ['secretary'] }),
      listed('Lê Thị Mai', { birthYear: 1970 }),
    ]
    expect(compared(list, book)).toEqual({ ...NOTHING, same: 2 })
  })

  it('adds who is new, with a birth year only where it tells two people apart', () => {
    const list = [
      listed('Lê Thị Mai', { birthYear: 1970 }),
      listed('Trần Thị Lan', { birthYear: 1971 }),
      listed('Trần Thị Lan', { birthYear: 1990, cell: AO_SEN }),
    ]
    const { added } = compareRosters(list, [roster(DONG_MIT, []), roster(AO_SEN, [])])
    expect(added.map((a) => a.person.birthYear)).toEqual([undefined, 1971, 1990])
  })

  it('shows who changed; what the list is silent about stays', () => {
    const book = roster(DONG_MIT, [
      known('Lê Thị Mai', { status: 'probationary', duties: ['committee'] }),
      known('Bùi Thị Hạnh', { status: 'exempt' }),
    ])
    const list = [listed('Lê Thị Mai', { status: 'official' }), listed('Bùi Thị Hạnh')]
    expect(compared(list, book)).toEqual({ ...NOTHING, same: 1, changed: ['Lê Thị Mai official committee'] })
  })

  it('a lead goes over to whom the list gives it, and leaves whoever had it, listed or not', () => {
    const book = roster(DONG_MIT, [
      known('Lê Thị Mai', { duties: ['secretary', 'committee'] }),
      known('Trần Văn Hòa', { duties: ['committee'] }),
    ])
    const list = [listed('Trần Văn Hòa', { duties: ['secretary'] })]
    expect(compared(list, book)).toEqual({
      ...NOTHING,
      changed: ['Lê Thị Mai official committee', 'Trần Văn Hòa official secretary committee'],
      left: ['Lê Thị Mai'],
    })
  })

  it('shows leavers of the cells it has, and of no other', () => {
    const here = roster(DONG_MIT, [known('Lê Thị Mai'), known('Bùi Thị Hạnh')])
    expect(compared([listed('Lê Thị Mai')], here, roster(AO_SEN, [known('Trần Thị Lan')]))).toEqual({
      ...{ ...NOTHING, same: 1, left: ['Bùi Thị Hạnh'] },
    })
  })

  it('[D17] shows who may have moved, surely only by the birth year; he has not left his old cell', () => {
    const there = roster(AO_SEN, [known('Trần Thị Lan', { birthYear: 1971 }), known('Lê Thị Mai')])
    const list = [
      listed('Trần Thị Lan', { birthYear: 1971 }),
      listed('Lê Thị Mai', { birthYear: 1980 }),
      listed('Đỗ Văn Minh', { cell: AO_SEN }),
    ]
    expect(compared(list, roster(DONG_MIT, []), there)).toEqual({
      ...{ ...NOTHING, added: ['Đỗ Văn Minh'], moved: ['Trần Thị Lan!', 'Lê Thị Mai?'] },
    })
    const namesake = [listed('Trần Thị Lan', { birthYear: 1999 })]
    expect(compared(namesake, roster(DONG_MIT, []), there)).toMatchObject({
      added: ['Trần Thị Lan'],
      moved: [],
    })
  })

  it('who is in the list of his own cell has not moved to another: the other is a namesake', () => {
    const list = [listed('Lê Thị Mai', { cell: AO_SEN }), listed('Lê Thị Mai')]
    const there = roster(AO_SEN, [known('Lê Thị Mai')])
    expect(compared(list, roster(DONG_MIT, []), there)).toEqual({
      ...NOTHING,
      same: 1,
      added: ['Lê Thị Mai'],
    })
  })
})

describe('[D18] what a person has to look at', () => {
  it('the same name twice in a cell, with nothing to tell them apart', () => {
    const list = [listed('Lê Thị Mai'), listed('LÊ THỊ MAI'), listed('Lê Thị Mai')]
    const { doubtful, added } = compareRosters(list, [roster(DONG_MIT, [])])
    expect(added).toHaveLength(1)
    expect(doubtful).toMatchObject([
      { at: list[1]?.at, why: 'twice', other: list[0]?.at },
      { at: list[2]?.at, why: 'twice', other: list[0]?.at },
    ])
  })

  it('two of one name with two years are two people; one without a year is neither', () => {
    const list = [
      listed('Lê Thị Mai', { birthYear: 1970 }),
      listed('Lê Thị Mai', { birthYear: 1990 }),
      listed('Lê Thị Mai'),
    ]
    expect(compared(list, roster(DONG_MIT, []))).toMatchObject({
      ...{ added: ['Lê Thị Mai', 'Lê Thị Mai'], doubtful: ['Lê Thị Mai needsYear'] },
    })
  })

  it('the same person, by name and year, in two cells', () => {
    const list = [
      listed('Lê Thị Mai', { birthYear: 1970 }),
      listed('Lê Thị Mai', { birthYear: 1970, cell: AO_SEN }),
    ]
    expect(compared(list, roster(DONG_MIT, []), roster(AO_SEN, []))).toMatchObject({
      ...{ added: ['Lê Thị Mai'], doubtful: ['Lê Thị Mai twoCells'] },
    })
  })

  it('the book has two of this name, or one whose year nobody wrote down', () => {
    const two = [known('Lê Thị Mai', { birthYear: 1970 }), known('Lê Thị Mai', { birthYear: 1990 })]
    expect(compared([listed('Lê Thị Mai')], roster(DONG_MIT, two))).toEqual({
      ...{ ...NOTHING, doubtful: ['Lê Thị Mai severalInBook'] },
    })
    const list = [listed('Lê Thị Mai', { birthYear: 1970 }), listed('Lê Thị Mai', { birthYear: 1990 })]
    expect(compared(list, roster(DONG_MIT, [known('Lê Thị Mai')]))).toEqual({
      ...{ ...NOTHING, doubtful: ['Lê Thị Mai needsYearInBook', 'Lê Thị Mai needsYearInBook'] },
    })
    expect(compared(list, roster(DONG_MIT, two))).toEqual({ ...NOTHING, same: 2 })
  })
})

describe('[D18] any list', () => {
  const name = fc.constantFrom('Lê Thị Mai', 'Trần Văn Hòa', 'TRẦN VĂN HOÀ', 'Đỗ Văn Minh', 'Lý A Páo')
  const year = fc.option(fc.constantFrom(1960, 1970), { nil: undefined })
  const duties = fc.option(fc.subarray<Duty>(['secretary', 'deputy', 'committee'], { maxLength: 1 }), {
    nil: undefined,
  })
  const status = fc.option(fc.constantFrom<Status>('official', 'exempt'), { nil: undefined })
  const cell = fc.constantFrom(DONG_MIT, AO_SEN)
  const rows = fc.array(fc.record({ name, year, duties, status, cell }), { maxLength: 12 })
  const seed = Number(process.env['SIMULATION_SEED'] ?? 20261125)
  type Row = {
    name: string
    year: number | undefined
    duties: Duty[] | undefined
    status: Status | undefined
    cell: string
  }
  const listFrom = (made: readonly Row[]) =>
    made.map(({ name, year, duties, status, cell }) =>
      listed(name, {
        ...{ cell, ...(year ? { birthYear: year } : {}) },
        ...{ ...(duties ? { duties } : {}), ...(status ? { status } : {}) },
      }),
    )
  /** The book after everything was said yes to. */
  function taken(rosters: Roster[], { added, changed, moved, left }: Comparison): Roster[] {
    const gone = new Set([...left.map((l) => l.person.id), ...moved.map((m) => m.person.id)])
    return rosters.map((r) => {
      const here = r.people.filter((p) => !gone.has(p.id))
      const after = here.map((p) => {
        const change = changed.find((c) => c.person.id === p.id)
        return change ? { ...p, status: change.status, duties: [...change.duties] } : p
      })
      const came = moved.filter((m) => m.to === r.unit.id)
      const fresh = added
        .filter((a) => a.cell === r.unit.id)
        .map((a) => ({ ...a.person, id: `person-${++next}` }))
      return roster(r.unit.id, [
        ...after,
        ...came.map((m) => ({ ...m.person, status: m.status, duties: [...m.duties] })),
        ...fresh,
      ])
    })
  }

  it(`names every row once, and finds nothing more to do once it was taken over, seed ${seed}`, () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const empty = [roster(DONG_MIT, []), roster(AO_SEN, [])]
        const book = taken(empty, compareRosters(listFrom(before), empty))
        const list = listFrom(after)
        const first = compareRosters(list, book)
        const told = first.added.length + first.moved.length + first.doubtful.length
        expect(told).toBeLessThanOrEqual(list.length)
        const again = compareRosters(list, taken(book, first))
        expect(said({ ...again, same: 0, doubtful: [] })).toEqual(NOTHING)
      }),
      { seed, numRuns: 500 },
    )
  })
})
