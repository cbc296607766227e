import fc from 'fast-check'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { DUTIES, STATUSES, type Duty, type Status } from '#shared/records/person.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import {
  decideDirectory,
  decideFounding,
  directoryCommandSchema,
  mayInvite,
  mayRevoke,
  maySeeDevices,
} from './directory.ts'
import type { DirectoryCommand } from './directory.ts'
import { foldDirectory } from './directory-events.ts'
import { EMPTY_DIRECTORY, rosterOf, standingOf, unitsReadableBy, type Directory } from './directory-state.ts'

const [COMMUNE, CELL, OTHER] = ['xa-thanh-moc', 'khu-dong-mit', 'khu-ao-sen']
const id = (name: string) => `${name}-person`
const KEYS = { signKey: 'A'.repeat(87), agreeKey: 'B'.repeat(87), label: 'máy' }
let directory: Directory

function asks(name: string, command: DirectoryCommand): string {
  const parsed = v.parse(directoryCommandSchema, command)
  const decision = decideDirectory(directory, parsed, { actor: id(name), at: 7, ruleset: CENTRAL_2026 })
  if (!decision.ok) return decision.refusal
  for (const event of decision.events) directory = foldDirectory(directory, event)
  return decision.events.map((e) => e.type).join(' ')
}
const person = (name: string, status: Status = 'official', duties: Duty[] = []) => ({
  ...{ id: id(name), name: `Đồng chí ${name}`, status, duties },
})
const changed = (name: string, status: Status, unit = CELL) =>
  ({ do: 'changePerson', unit, person: id(name), name: `Đồng chí ${name}`, status }) as const
const duties = (...list: [string, Duty[]][]) =>
  ({
    do: 'setDuties',
    unit: CELL,
    duties: list.map(([name, d]) => ({ person: id(name), duties: d })),
  }) as const
const phone = (name: string, n = 1) =>
  ({ do: 'enrolDevice', device: `${name}-phone-${n}`, person: id(name), ...KEYS }) as const
const createCell = (cell: string, commune = COMMUNE) =>
  ({ do: 'createCell', cell, commune, name: 'Chi bộ mới', cellKind: 'village' }) as const

beforeEach(() => {
  directory = EMPTY_DIRECTORY
  const founding = {
    commune: COMMUNE,
    communeName: 'Đảng ủy xã',
    officer: id('oanh'),
    officerName: 'Vũ Thị Oanh',
  }
  const founded = decideFounding(directory, { ...founding, device: 'oanh-phone-1', ...KEYS }, 1)
  for (const event of founded.ok ? founded.events : []) directory = foldDirectory(directory, event)
  asks('oanh', createCell(CELL))
  asks('oanh', createCell(OTHER))
  const eight = ['giang', 'ha', 'khoa', 'lan', 'minh', 'nga'].map((name) => person(name))
  const led = [
    person('an', 'official', ['secretary', 'committee']),
    person('binh', 'official', ['deputy', 'committee']),
  ]
  const people = [
    ...led,
    person('cuc', 'official', ['committee']),
    person('dung'),
    person('son', 'suspended'),
    ...eight,
  ]
  asks('oanh', { do: 'addPeople', unit: CELL, people })
  asks('oanh', { do: 'addPeople', unit: OTHER, people: [person('chi', 'official', ['secretary'])] })
})

it('[D1] a second set-up founds nothing', () => {
  const again = {
    commune: COMMUNE,
    communeName: 'Xã',
    officer: id('x'),
    officerName: 'Xa',
    device: 'x-phone-1',
  }
  expect(decideFounding(directory, { ...again, ...KEYS }, 9)).toEqual({ ok: false, refusal: 'alreadyExists' })
})

describe('every directory command by everybody', () => {
  const COMMANDS: Record<string, [DirectoryCommand, who: string]> = {
    createCell: [createCell('khu-moi-01'), 'oanh'],
    renameUnit: [{ do: 'renameUnit', unit: CELL, name: 'Chi bộ khu Đồng' }, 'oanh'],
    'addPeople without duty': [{ do: 'addPeople', unit: CELL, people: [person('moi')] }, 'oanh an binh'],
    'addPeople with duty': [
      { do: 'addPeople', unit: CELL, people: [person('moi', 'official', ['committee'])] },
      'oanh',
    ],
    'addMembership without duty': [
      { do: 'addMembership', unit: CELL, person: id('chi'), status: 'temporarilyIn', duties: [] },
      'oanh an binh',
    ],
    'addMembership with duty': [
      { do: 'addMembership', unit: CELL, person: id('chi'), status: 'official', duties: ['committee'] },
      'oanh',
    ],
    changePerson: [changed('dung', 'exempt'), 'oanh an binh'],
    'suspend a member [D12]': [changed('dung', 'suspended'), 'oanh an binh'],
    'suspend the secretary [D12]': [changed('an', 'suspended'), 'oanh'],
    'removeMember without duty': [{ do: 'removeMember', unit: CELL, person: id('dung') }, 'oanh an binh'],
    'removeMember with duty [D12]': [{ do: 'removeMember', unit: CELL, person: id('cuc') }, 'oanh'],
    setDuties: [duties(['cuc', []]), 'oanh'],
    'enrolDevice for Dũng [P16]': [phone('dung'), 'oanh an binh dung'],
    'enrolDevice for Chi [P16]': [phone('chi'), 'oanh chi'],
    'enrolDevice for Sơn [P16]': [phone('son'), 'oanh an binh'],
  }
  const EVERYBODY = ['oanh', 'an', 'binh', 'cuc', 'dung', 'son', 'chi', 'nobody']
  it.each(Object.entries(COMMANDS))('%s', (_, [command, who]) => {
    const start = directory
    for (const name of EVERYBODY) {
      directory = start
      const told = asks(name, command)
      if (who.split(' ').includes(name)) expect(told, name).toMatch(/[a-z]+[A-Z][a-zA-Z]+ed$|dutiesSet$/u)
      else {
        expect(told, name).toBe('notAllowed')
        expect(directory, name).toBe(start)
      }
    }
  })
})

describe('units and people', () => {
  it('[D13] a cell stands under a commune, not under a cell and not under nothing', () => {
    expect(asks('oanh', createCell('khu-moi-01', CELL))).toBe('notFound')
    expect(asks('oanh', createCell('khu-moi-01', 'xa-khong-co'))).toBe('notAllowed')
  })

  it('[D8] the same again changes nothing', () => {
    const before = directory
    expect(asks('oanh', createCell(CELL))).toBe('')
    expect(asks('an', { do: 'addPeople', unit: CELL, people: [person('dung', 'exempt')] })).toBe('')
    expect(asks('an', { do: 'removeMember', unit: CELL, person: id('chi') })).toBe('')
    expect(directory).toBe(before)
  })

  it('[D9] Chi of the other cell joins for a while, once, and leaves again', () => {
    const who = { person: id('chi'), status: 'temporarilyIn' as const, duties: [] }
    const join = { do: 'addMembership' as const, unit: CELL, ...who }
    expect(asks('an', join)).toBe('membershipAdded')
    expect(asks('an', join)).toBe('duplicatePerson')
    expect(unitsReadableBy(directory, id('chi')).map((u) => u.id)).toEqual([CELL, OTHER])
    expect(asks('an', { ...join, person: id('nobody') })).toBe('notFound')
    asks('an', { do: 'removeMember', unit: CELL, person: id('chi') })
    expect(standingOf(directory, CELL, id('chi')).status).toBeNull()
    expect(standingOf(directory, OTHER, id('chi')).duties).toEqual(['secretary'])
  })

  it('[D3] [D5] duties that cannot stand are refused whole', () => {
    expect(asks('oanh', duties(['cuc', ['secretary']]))).toBe('oneSecretaryOnly')
    expect(asks('oanh', duties(['an', ['committee']], ['cuc', ['secretary', 'committee']]))).toBe('dutiesSet')
    expect(asks('oanh', duties(['chi', ['committee']]))).toBe('notFound')
    asks('oanh', { do: 'removeMember', unit: CELL, person: id('nga') })
    expect(asks('oanh', changed('minh', 'temporarilyOut')), 'nine are left').toBe('committeeNeedsNine')
  })

  it('[D7] nobody is officer in a cell or secretary in the commune', () => {
    expect(asks('oanh', duties(['cuc', ['officer']]))).toBe('notAllowed')
    const member = { do: 'addMembership', unit: COMMUNE, person: id('chi'), status: 'official' } as const
    expect(asks('oanh', { ...member, duties: ['secretary'] })).toBe('notAllowed')
    expect(asks('oanh', { ...member, duties: ['officer'] })).toBe('membershipAdded')
  })

  it('[D6] the last officer stays one', () => {
    expect(asks('oanh', { ...duties(['oanh', []]), unit: COMMUNE })).toBe('lastOfficer')
    expect(asks('oanh', { do: 'removeMember', unit: COMMUNE, person: id('oanh') })).toBe('lastOfficer')
    expect(asks('oanh', changed('oanh', 'suspended', COMMUNE))).toBe('lastOfficer')
  })

  it('[D6] a second officer, suspended, leads no more', () => {
    asks('oanh', {
      do: 'addMembership',
      unit: COMMUNE,
      person: id('chi'),
      status: 'official',
      duties: ['officer'],
    })
    expect(asks('chi', createCell('khu-moi-01'))).toBe('cellCreated')
    asks('oanh', changed('chi', 'suspended', COMMUNE))
    expect(asks('chi', createCell('khu-moi-02'))).toBe('notAllowed')
    expect(asks('chi', { do: 'renameUnit', unit: CELL, name: 'Của Chi' })).toBe('notAllowed')
    expect(unitsReadableBy(directory, id('chi')).map((u) => u.id)).toEqual([OTHER])
  })

  it('[D11] every change a roster shows makes it a version higher, and the cells’ when the commune is renamed', () => {
    const versions = () => [COMMUNE, CELL, OTHER].map((unit) => directory.rosterVersions.get(unit))
    const [commune = 0, cell = 0, other = 0] = versions()
    asks('an', changed('dung', 'exempt'))
    expect(versions()).toEqual([commune, cell + 1, other])
    asks('oanh', { do: 'renameUnit', unit: COMMUNE, name: 'Đảng ủy xã Thanh Mộc' })
    expect(versions()).toEqual([commune + 1, cell + 2, other + 1])
    expect(rosterOf(directory, CELL, 'dong-0001', 5)).toMatchObject({
      superior: { name: 'Đảng ủy xã Thanh Mộc' },
    })
    expect(rosterOf(directory, 'khu-khong-co', 'dong-0001', 5)).toBeNull()
  })

  it('[P4] who reads which roster', () => {
    const readable = (name: string) => unitsReadableBy(directory, id(name)).map((u) => u.id)
    expect(['oanh', 'an', 'chi', 'son', 'nobody'].map(readable)).toEqual([
      [COMMUNE, CELL, OTHER],
      [CELL],
      [OTHER],
      [],
      [],
    ])
  })
})

describe('devices', () => {
  it('[D10] two for Dũng, a third after one is revoked, and none comes back', () => {
    expect([1, 2, 3].map((n) => asks('dung', phone('dung', n)))).toEqual([
      'deviceEnrolled',
      'deviceEnrolled',
      'tooManyDevices',
    ])
    const revoke = { do: 'revokeDevice', device: 'dung-phone-1' } as const
    expect([asks('an', revoke), asks('dung', revoke)]).toEqual(['deviceRevoked', ''])
    expect(asks('dung', phone('dung', 1))).toBe('alreadyExists')
    expect(asks('dung', phone('dung', 3))).toBe('deviceEnrolled')
  })

  it('[P18] who revokes Dũng’s phone; the others hear that there is none', () => {
    asks('dung', phone('dung'))
    const start = directory
    const told = ['oanh', 'an', 'binh', 'cuc', 'dung', 'chi'].map((name) => {
      directory = start
      return asks(name, { do: 'revokeDevice', device: 'dung-phone-1' })
    })
    const yes = 'deviceRevoked'
    expect(told).toEqual([yes, yes, 'notFound', 'notFound', yes, 'notFound'])
    expect(asks('oanh', { do: 'revokeDevice', device: 'no-such-phone' })).toBe('notFound')
  })

  it('[P16] [P17] [P18] who invites, sees and revokes whom', () => {
    const who = (ask: typeof mayInvite) =>
      ['oanh', 'an', 'binh', 'dung', 'chi', 'son'].filter((name) => ask(directory, id(name), id('dung')))
    expect(who(mayInvite)).toEqual(['oanh', 'an', 'binh', 'dung'])
    expect(who(maySeeDevices)).toEqual(['an', 'dung'])
    expect(who(mayRevoke)).toEqual(['oanh', 'an', 'dung'])
    expect(mayRevoke(directory, id('son'), id('son')), 'his own phone, also when suspended').toBe(true)
  })
})

describe('any history', () => {
  const names = fc.constantFrom('oanh', 'an', 'binh', 'dung', 'chi', 'son')
  const unit = fc.constantFrom(COMMUNE, CELL, OTHER, 'khu-moi-01')
  const some = fc.array(fc.constantFrom(...DUTIES), { maxLength: 2 })
  const status = fc.constantFrom(...STATUSES)
  const command: fc.Arbitrary<DirectoryCommand> = fc.oneof(
    fc.tuple(unit, unit).map(([cell, commune]) => createCell(cell, commune)),
    fc
      .tuple(names, unit, status, some)
      .map(([name, u, s, d]) => ({ do: 'addPeople' as const, unit: u, people: [person(`${name}2`, s, d)] })),
    fc
      .tuple(names, unit, status, some)
      .map(
        ([name, u, s, d]) =>
          ({ do: 'addMembership', unit: u, person: id(name), status: s, duties: d }) as const,
      ),
    fc.tuple(names, status, unit).map(([name, s, u]) => changed(name, s, u)),
    fc.tuple(names, unit).map(([name, u]) => ({ do: 'removeMember', unit: u, person: id(name) }) as const),
    fc.tuple(names, some, unit).map(([name, d, u]) => ({ ...duties([name, d]), unit: u })),
    fc.tuple(names, fc.nat(3)).map(([name, n]) => phone(name, n)),
    fc
      .tuple(names, fc.nat(3))
      .map(([name, n]) => ({ do: 'revokeDevice', device: `${name}-phone-${n}` }) as const),
  )
  const seed = Number(process.env['SIMULATION_SEED'] ?? 20261203)

  it(`[D3] [D4] [D6] [D7] keeps an officer, one secretary and one deputy a cell, seed ${seed}`, () => {
    const start = directory
    const holds = (unitId: string, duty: Duty) =>
      (rosterOf(directory, unitId, '', 0)?.people ?? []).filter((p) => p.duties.includes(duty))
    fc.assert(
      fc.property(fc.array(fc.tuple(names, command), { maxLength: 60 }), (list) => {
        directory = start
        for (const [name, asked] of list) asks(name, asked)
        expect(holds(COMMUNE, 'officer').some((p) => p.status !== 'suspended')).toBe(true)
        for (const cell of [CELL, OTHER, 'khu-moi-01']) {
          expect(holds(cell, 'secretary').length).toBeLessThanOrEqual(1)
          expect(holds(cell, 'deputy').length).toBeLessThanOrEqual(1)
          expect(holds(cell, 'officer')).toEqual([])
        }
      }),
      { seed, numRuns: 300 },
    )
  })
})
