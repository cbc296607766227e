import fc from 'fast-check'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { REFUSALS } from '#shared/records/refusal.ts'
import type { Duty, Status } from '#shared/records/person.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import {
  decideDirectory,
  decideFounding,
  directoryCommandSchema,
  type DirectoryCommand,
} from './directory.ts'
import { foldDirectory } from './directory-events.ts'
import { EMPTY_DIRECTORY, rosterOf, standingOf, type Directory } from './directory-state.ts'
import type { ImportRosters } from './import-rosters.ts'

const [COMMUNE, CELL, OTHER, NEW] = ['xa-thanh-moc', 'khu-dong-mit', 'khu-ao-sen', 'tram-y-te']
const KEYS = { signKey: 'A'.repeat(87), agreeKey: 'B'.repeat(87), label: 'máy' }
const NONE: Duty[] = []
const id = (name: string) => `${name}-person`
let directory: Directory

function asks(name: string, command: DirectoryCommand): string {
  const parsed = v.parse(directoryCommandSchema, command)
  const decision = decideDirectory(directory, parsed, { actor: id(name), at: 7, ruleset: CENTRAL_2026 })
  if (!decision.ok) return decision.refusal
  for (const event of decision.events) directory = foldDirectory(directory, event)
  return decision.events.map((e) => e.type).join(' ')
}
const person = (name: string, duties: Duty[] = [], status: Status = 'official') => ({
  ...{ id: id(name), name: `Đồng chí ${name}`, status, duties },
})
const list = (of: Partial<ImportRosters>): ImportRosters => ({
  ...{ do: 'importRosters', commune: COMMUNE, cells: [], added: [], changed: [], moved: [], left: [] },
  ...of,
})
const names = (unit: string) => (rosterOf(directory, unit, '', 0)?.people ?? []).map((p) => p.id)
const cell = (cellId: string) =>
  ({ do: 'createCell', cell: cellId, commune: COMMUNE, name: 'Chi bộ', cellKind: 'village' }) as const

beforeEach(() => {
  directory = EMPTY_DIRECTORY
  const founding = { commune: COMMUNE, communeName: 'Xã', officer: id('oanh'), officerName: 'Vũ Thị Oanh' }
  const founded = decideFounding(directory, { ...founding, device: 'oanh-phone', ...KEYS }, 1)
  for (const event of founded.ok ? founded.events : []) directory = foldDirectory(directory, event)
  asks('oanh', cell(CELL))
  asks('oanh', cell(OTHER))
  asks('oanh', { do: 'addPeople', unit: CELL, people: [person('an', ['secretary']), person('binh')] })
  asks('oanh', { do: 'addPeople', unit: OTHER, people: [person('chi', ['secretary']), person('dung')] })
})

describe('a list of several cells', () => {
  const everything = () =>
    list({
      cells: [{ id: NEW, name: 'Chi bộ Trạm Y tế', cellKind: 'publicService' }],
      added: [
        { cell: NEW, person: person('giang', ['secretary']) },
        { cell: CELL, person: person('ha', [], 'probationary') },
      ],
      changed: [{ cell: CELL, person: id('binh'), status: 'exempt', duties: ['deputy'] }],
      moved: [{ from: OTHER, to: NEW, person: id('dung'), status: 'official', duties: [] }],
      left: [{ cell: OTHER, person: id('chi') }],
    })

  it('[D16] is taken over whole: new cell, new people, a move, a leaver, a status and a duty', () => {
    expect(asks('oanh', everything()).split(' ')).toEqual([
      ...['cellCreated', 'memberRemoved', 'membershipAdded', 'memberRemoved'],
      ...['personChanged', 'peopleAdded', 'peopleAdded', 'dutiesSet'],
    ])
    expect(names(NEW)).toEqual([id('dung'), id('giang')])
    expect(names(OTHER)).toEqual([])
    expect(standingOf(directory, CELL, id('binh'))).toMatchObject({ status: 'exempt', duties: ['deputy'] })
  })

  it('[D16] the same list again changes nothing', () => {
    asks('oanh', everything())
    const before = directory
    expect(asks('oanh', { ...everything(), left: [] })).toBe('')
    expect(asks('oanh', everything())).toBe('')
    expect(directory).toBe(before)
  })

  it('[D16] a cell that would have two secretaries keeps the whole list out', () => {
    const before = directory
    const two = { cell: CELL, person: person('kien', ['secretary']) }
    expect(asks('oanh', list({ added: [{ cell: OTHER, person: person('lan') }, two] }))).toBe(
      'oneSecretaryOnly',
    )
    expect(directory).toBe(before)
    const instead = { cell: CELL, person: id('an'), status: 'official', duties: NONE } as const
    expect(asks('oanh', list({ added: [two], changed: [instead] })), 'the old one gives it up').toBe(
      'peopleAdded dutiesSet',
    )
  })

  it('[D16] [D5] a committee is possible when the nine come by the same list', () => {
    const nine = [...'abcdefghi'].map((n, i) => ({
      cell: NEW,
      person: person(`${n}${n}${n}`, i < 3 ? ['committee'] : []),
    }))
    const cells = [{ id: NEW, name: 'Chi bộ mới', cellKind: 'village' as const }]
    expect(asks('oanh', list({ cells, added: nine.slice(1) }))).toBe('committeeNeedsNine')
    expect(asks('oanh', list({ cells, added: nine }))).toBe('cellCreated peopleAdded')
  })

  it('[D17] who moves keeps phone and person, and is nobody’s at no step', () => {
    asks('dung', { do: 'enrolDevice', device: 'dung-phone', person: id('dung'), ...KEYS })
    const move = { from: OTHER, to: CELL, person: id('dung'), status: 'official', duties: NONE } as const
    expect(asks('oanh', list({ moved: [move] }))).toBe('membershipAdded memberRemoved')
    expect(directory.devices.get('dung-phone')).toMatchObject({ person: id('dung') })
    expect(directory.devices.get('dung-phone')?.revokedAt).toBeUndefined()
    expect(names(CELL)).toContain(id('dung'))
  })

  it('[P21] nobody but the officer does so; other communes, unknown cells and strangers are not found', () => {
    for (const name of ['an', 'binh', 'chi', 'nobody']) expect(asks(name, everything())).toBe('notAllowed')
    expect(asks('oanh', list({ commune: CELL }))).toBe('notFound')
    expect(asks('oanh', list({ added: [{ cell: COMMUNE, person: person('ha') }] }))).toBe('notFound')
    expect(asks('oanh', list({ added: [{ cell: 'khu-khong-co', person: person('ha') }] }))).toBe('notFound')
    const stranger = { cell: CELL, person: id('chi'), status: 'official', duties: NONE } as const
    expect(asks('oanh', list({ changed: [stranger] }))).toBe('notFound')
  })

  it('[D16] two thousand people come in events of two hundred, and one more is too many', () => {
    const people = Array.from({ length: 2000 }, (_, i) => ({ cell: CELL, person: person(`p${10000 + i}`) }))
    expect(asks('oanh', list({ added: people })).split(' ')).toHaveLength(10)
    expect(names(CELL)).toHaveLength(2002)
    expect(asks('oanh', list({ added: people, left: [{ cell: CELL, person: id('an') }] }))).toBe('tooLarge')
  })

  const seed = Number(process.env['SIMULATION_SEED'] ?? 20261125)
  it(`[D16] any list is taken whole, so that it finds nothing to do again, or not at all, seed ${seed}`, () => {
    const start = directory
    const who = fc.constantFrom('an', 'binh', 'chi', 'dung', 'moi1', 'moi2')
    const where = fc.constantFrom(CELL, OTHER, NEW)
    const duties = fc.subarray<Duty>(['secretary', 'deputy', 'committee'], { maxLength: 2 })
    const status = fc.constantFrom<Status>('official', 'exempt')
    const any = fc.record({
      cells: fc.subarray([{ id: NEW, name: 'Chi bộ mới', cellKind: 'other' as const }]),
      added: fc.array(
        fc.tuple(where, who, duties).map(([c, n, d]) => ({ cell: c, person: person(`${n}x`, d) })),
        { maxLength: 3 },
      ),
      changed: fc.uniqueArray(
        fc
          .tuple(where, who, duties, status)
          .map(([c, n, d, s]) => ({ cell: c, person: id(n), status: s, duties: d })),
        { maxLength: 2, selector: (c) => c.person },
      ),
    })
    fc.assert(
      fc.property(any, (of) => {
        directory = start
        const told = asks('oanh', list(of))
        const once = directory
        if (REFUSALS.some((refusal) => refusal === told)) expect(once).toBe(start)
        const again = asks('oanh', list(of))
        const refused = told !== '' && once === start
        expect([again, directory]).toEqual([refused ? told : '', once])
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('what is said of a cell', () => {
  const assign = (name: string | null, cellId = CELL) =>
    ({ do: 'assignSuperior', cell: cellId, person: name === null ? null : id(name) }) as const
  const inCharge = () => rosterOf(directory, CELL, '', 0)?.assigned?.name ?? null
  const versionOf = (unit: string) => directory.rosterVersions.get(unit) ?? 0
  const joins = (name: string) =>
    ({ do: 'addMembership', unit: COMMUNE, person: id(name), status: 'official', duties: NONE }) as const

  it('[D14] the officer changes its kind, once', () => {
    const school = { do: 'setCellKind', cell: CELL, cellKind: 'publicService' } as const
    expect([asks('an', school), asks('oanh', school), asks('oanh', school)]).toEqual([
      ...['notAllowed', 'cellKindSet', ''],
    ])
    expect(directory.units.get(CELL)).toMatchObject({ cellKind: 'publicService' })
    expect(asks('oanh', { ...school, cell: COMMUNE })).toBe('notFound')
  })

  it('[D15] [P20] the officer puts a member of the committee in charge; the roster of the cell tells', () => {
    expect(asks('oanh', assign('chi')), 'not of the committee').toBe('notFound')
    asks('oanh', joins('chi'))
    expect(asks('an', assign('chi'))).toBe('notAllowed')
    const before = versionOf(CELL)
    expect([asks('oanh', assign('chi')), asks('oanh', assign('chi'))]).toEqual(['superiorAssigned', ''])
    expect(inCharge()).toBe('Đồng chí chi')
    expect(versionOf(CELL)).toBe(before + 1)
    const renamed = { do: 'changePerson', unit: COMMUNE, person: id('chi'), status: 'official' } as const
    asks('oanh', { ...renamed, name: 'Hoàng Thị Chi' })
    expect([inCharge(), versionOf(CELL)]).toEqual(['Hoàng Thị Chi', before + 2])
    expect(asks('oanh', assign(null))).toBe('superiorAssigned')
    expect(inCharge()).toBeNull()
  })

  it('[D15] leaving the committee, or being suspended in it, ends it', () => {
    asks('oanh', joins('chi'))
    const suspended = { do: 'changePerson', unit: COMMUNE, person: id('chi'), status: 'suspended' } as const
    for (const end of [
      { ...suspended, name: 'Đồng chí chi' },
      { do: 'removeMember', unit: COMMUNE, person: id('chi') } as const,
    ]) {
      const start = directory
      asks('oanh', assign('chi'))
      asks('oanh', { do: 'removeMember', unit: OTHER, person: id('chi') })
      expect(inCharge(), 'a cell of his own is another matter').toBe('Đồng chí chi')
      asks('oanh', end)
      expect(inCharge()).toBeNull()
      directory = start
    }
    asks('oanh', { ...suspended, name: 'Đồng chí chi' })
    expect(asks('oanh', assign('chi'))).toBe('notFound')
  })
})
