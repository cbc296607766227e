import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Duty, Status } from '#shared/records/person.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import {
  decideDirectory,
  decideFounding,
  directoryCommandSchema,
  type DirectoryCommand,
} from './directory.ts'
import { foldDirectory } from './directory-events.ts'
import { EMPTY_DIRECTORY, rosterOf, type Directory } from './directory-state.ts'
import { proposalsSeenBy } from './roster-proposals.ts'

const [COMMUNE, CELL, OTHER] = ['xa-thanh-moc', 'khu-dong-mit', 'khu-ao-sen']
const KEYS = { signKey: 'A'.repeat(87), agreeKey: 'B'.repeat(87), label: 'máy' }
const id = (name: string) => `${name}-person`
const person = (name: string, status: Status = 'official', duties: Duty[] = []) => ({
  ...{ id: id(name), name: `Đồng chí ${name}`, status, duties },
})
let directory: Directory

function asks(name: string, command: DirectoryCommand): string {
  const parsed = v.parse(directoryCommandSchema, command)
  const decision = decideDirectory(directory, parsed, { actor: id(name), at: 7, ruleset: CENTRAL_2026 })
  if (!decision.ok) return decision.refusal
  for (const event of decision.events) directory = foldDirectory(directory, event)
  return decision.events.map((e) => e.type).join(' ')
}
const inRoster = (name: string) => rosterOf(directory, CELL, '', 0)?.people.find((p) => p.id === id(name))

const VOTE = { day: '2026-12-03', for: 8, against: 1, other: 0, base: 10 }
type Change = Extract<DirectoryCommand, { do: 'proposeRosterChange' }>['change']
const LAN: Change = { matter: 'admission', person: id('lan'), name: 'Hà Thị Lan', birthYear: 2001 }
const proposing = (change: Change, over: { vote?: typeof VOTE; proposal?: string; cell?: string } = {}) =>
  ({ do: 'proposeRosterChange', proposal: 'vote-0001', cell: CELL, vote: VOTE, change, ...over }) as const
const confirming = (proposal = 'vote-0001', on = '2027-01-10') =>
  ({ do: 'confirmRosterChange', proposal, on }) as const
const declining = (word = 'Hồ sơ còn thiếu lý lịch.', proposal = 'vote-0001') =>
  ({ do: 'declineRosterChange', proposal, word }) as const

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
  for (const cell of [CELL, OTHER])
    asks('oanh', { do: 'createCell', cell, commune: COMMUNE, name: 'Chi bộ', cellKind: 'village' })
  const nine = ['cuc', 'dung', 'giang', 'ha', 'khoa', 'minh', 'nga'].map((name) => person(name))
  const led = [person('an', 'official', ['secretary', 'committee']), person('binh', 'official', ['deputy'])]
  const young = { ...person('em', 'probationary'), probationFrom: '2025-12-19' }
  asks('oanh', { do: 'addPeople', unit: CELL, people: [...led, ...nine, young] })
  asks('oanh', { do: 'addPeople', unit: OTHER, people: [person('chi', 'official', ['secretary'])] })
})

describe('what a cell proposes after its vote', () => {
  it('[D20] [P61] is proposed by secretary and deputy of that cell, once', () => {
    for (const name of ['cuc', 'dung', 'chi', 'oanh'])
      expect(asks(name, proposing(LAN)), name).toBe('notAllowed')
    expect(asks('binh', proposing(LAN))).toBe('rosterChangeProposed')
    expect(asks('an', proposing(LAN))).toBe('')
    expect(asks('chi', proposing(LAN, { cell: OTHER }))).toBe('alreadyExists')
    expect(directory.proposals.size).toBe(1)
    expect(inRoster('lan')).toBeUndefined()
  })

  it('[D20] figures that do not carry are refused by the ruleset: two thirds for an admission, half for an exemption', () => {
    const six = { vote: { ...VOTE, for: 6 } }
    expect(asks('an', proposing(LAN, six))).toBe('notCarried')
    expect(asks('an', proposing(LAN, { vote: { ...VOTE, for: 9, against: 3 } }))).toBe('notCarried')
    expect(asks('an', proposing({ matter: 'exemption', person: id('ha') }, six))).toBe('rosterChangeProposed')
  })

  it('[D20] what does not fit the roster is refused', () => {
    expect(asks('an', proposing({ matter: 'recognition', person: id('dung') }))).toBe('notInThisState')
    expect(asks('an', proposing({ matter: 'exemption', person: id('em') }))).toBe('notInThisState')
    expect(asks('an', proposing({ matter: 'recognition', person: id('chi') }))).toBe('notFound')
    expect(asks('an', proposing({ ...LAN, person: id('dung') }))).toBe('duplicatePerson')
  })

  it('[D21] [P62] is answered by the officer above, once, and not by the cell', () => {
    asks('an', proposing(LAN))
    for (const name of ['an', 'chi', 'dung']) expect(asks(name, confirming()), name).toBe('notFound')
    expect(asks('oanh', declining())).toBe('rosterChangeDeclined')
    expect(asks('oanh', declining('Lời khác'))).toBe('')
    expect(asks('oanh', confirming())).toBe('alreadyDecided')
    expect(directory.proposals.get('vote-0001')?.answer).toMatchObject({ word: 'Hồ sơ còn thiếu lý lịch.' })
    expect(inRoster('lan')).toBeUndefined()
    expect(asks('oanh', confirming('nothing-there'))).toBe('notFound')
  })

  it('[D21] what was declined can be submitted again, and waits anew', () => {
    asks('an', proposing(LAN))
    asks('oanh', declining())
    expect(asks('an', proposing(LAN))).toBe('rosterChangeProposed')
    expect(directory.proposals.get('vote-0001')?.answer).toBeUndefined()
    expect(asks('oanh', confirming())).toBe('rosterChangeConfirmed peopleAdded')
    expect(asks('an', proposing(LAN))).toBe('')
  })

  it('[D22] an admitted person is on probation from the day of his ceremony, and the roster is a new one', () => {
    asks('an', proposing(LAN))
    const before = rosterOf(directory, CELL, '', 0)?.version ?? 0
    expect(asks('oanh', confirming())).toBe('rosterChangeConfirmed peopleAdded')
    expect(inRoster('lan')).toEqual({
      ...{ id: id('lan'), name: 'Hà Thị Lan', birthYear: 2001 },
      ...{ status: 'probationary', duties: [], probationFrom: '2027-01-10' },
    })
    expect(rosterOf(directory, CELL, '', 0)?.version).toBe(before + 1)
    expect(asks('oanh', confirming())).toBe('')
    expect(asks('oanh', declining())).toBe('alreadyDecided')
  })

  it('[D22] [D23] one on probation becomes official, and since when he was on it is not kept', () => {
    asks('an', proposing({ matter: 'recognition', person: id('em') }))
    expect(asks('oanh', confirming())).toBe('rosterChangeConfirmed personChanged')
    expect(inRoster('em')).toEqual({ ...person('em'), status: 'official' })
  })

  it('[D22] an official member becomes exempt; what fits no more is refused and stays unanswered', () => {
    asks('an', proposing({ matter: 'exemption', person: id('ha') }))
    // Nine official members are what a committee needs: the rules of single changes hold here too.
    expect(asks('oanh', confirming())).toBe('committeeNeedsNine')
    asks('oanh', { do: 'addPeople', unit: CELL, people: [person('phong')] })
    const ha = { do: 'changePerson', unit: CELL, person: id('ha'), name: 'Đồng chí ha' } as const
    asks('oanh', { ...ha, status: 'temporarilyOut' })
    expect(asks('oanh', confirming())).toBe('notInThisState')
    expect(directory.proposals.get('vote-0001')?.answer).toBeUndefined()
    asks('oanh', { ...ha, status: 'official' })
    expect(asks('oanh', confirming())).toBe('rosterChangeConfirmed personChanged')
    expect(inRoster('ha')?.status).toBe('exempt')
  })

  it('[D23] a list that is silent about probation leaves it, also where he moves to another cell', () => {
    const em = { person: id('em'), status: 'probationary' as const, duties: [] }
    asks('oanh', {
      do: 'changePerson',
      unit: CELL,
      person: id('em'),
      name: 'Lê Thị Em',
      status: 'probationary',
    })
    expect(inRoster('em')?.probationFrom).toBe('2025-12-19')
    const none = { cells: [], added: [], changed: [], left: [] }
    const moved = [{ ...em, from: CELL, to: OTHER }]
    asks('oanh', { do: 'importRosters', commune: COMMUNE, ...none, moved })
    const there = rosterOf(directory, OTHER, '', 0)?.people.find((p) => p.id === id('em'))
    expect(there?.probationFrom).toBe('2025-12-19')
  })

  it('[D24] is seen by secretary and deputy of the cell and the officer above, by nobody else', () => {
    asks('an', proposing(LAN))
    const seenBy = (name: string) => proposalsSeenBy(directory, id(name)).length
    for (const name of ['an', 'binh', 'oanh']) expect(seenBy(name), name).toBe(1)
    for (const name of ['cuc', 'dung', 'chi', 'nobody']) expect(seenBy(name), name).toBe(0)
  })
})
