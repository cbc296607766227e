import { describe, expect, it } from 'vitest'
import type { Duty, Status } from '#shared/records/person.ts'
import { STATUSES } from '#shared/records/person.ts'
import { isDrafter, may, PERMISSIONS, type Action, type Relation } from './permissions.ts'
import { mayRead, scopesOf } from './reading.ts'
import { isOfficer, rolesOf, type Standing } from './standing.ts'

const PEOPLE = {
  An: ['secretary', 'committee'],
  Bình: ['deputy', 'committee'],
  Cúc: ['committee'],
  Dũng: [],
} as const satisfies Record<string, readonly Duty[]>

const standing = (over: Partial<Standing>): Standing => ({
  person: 'dung-0001',
  unit: 'khu-dong-mit',
  status: 'official',
  duties: [],
  officerAbove: false,
  ...over,
})
const WHO: Record<string, Standing> = {
  ...Object.fromEntries(Object.entries(PEOPLE).map(([name, duties]) => [name, standing({ duties })])),
  'the officer': standing({ status: null, officerAbove: true }),
  'the superior': standing({ status: null, inCharge: true }),
  'a stranger': standing({ status: null }),
  'suspended An': standing({ status: 'suspended', duties: PEOPLE.An }),
}

/** Columns: An, Bình, Cúc, Dũng, the officer; then who may besides by which relations. */
const TABLE: Record<Action, [rule: string, who: string, ...relations: Relation[]]> = {
  readCell: ['P2', 'yes yes yes yes no'],
  readOffice: ['P3', 'yes yes yes no no'],
  readDirectory: ['P4', 'yes yes yes yes yes'],
  readBridge: ['P80', 'yes yes yes yes yes'],
  startResolution: ['P5', 'yes yes yes no no'],
  writeDraft: ['P6', 'yes yes no no no', 'drafter'],
  moveResolution: ['P7', 'yes yes no no no'],
  setDraftingGroup: ['P8', 'yes no no no no'],
  binResolution: ['P9', 'yes yes no no no'],
  discussDraft: ['P25', 'yes yes yes yes no'],
  decideProposal: ['P26', 'yes yes no no no', 'drafter'],
  withdrawRemark: ['P27', 'no no no no no', 'self'],
  settleComment: ['P28', 'yes yes no no no', 'drafter'],
  nameVersion: ['P29', 'yes yes no no no', 'drafter'],
  publishAnnouncement: ['P10', 'yes yes no no no'],
  withdrawAnnouncement: ['P11', 'yes yes no no no'],
  openBoard: ['P30', 'yes no no no no'],
  confirmReading: ['P19', 'yes yes yes yes no'],
  enterForOthers: ['P35', 'yes yes yes yes no'],
  lendPhone: ['P36', 'yes yes no no no'],
  planMeeting: ['P37', 'yes yes yes no no'],
  answerInvitation: ['P38', 'yes yes yes yes no'],
  chairMeeting: ['P39', 'yes yes yes no no'],
  runMeeting: ['P40', 'yes yes no no no', 'chair'],
  takeNotes: ['P41', 'yes yes no no no', 'chair', 'minuteTaker'],
  confirmWords: ['P42', 'no no no no no', 'self'],
  writeMinutes: ['P47', 'no no no no no', 'minuteTaker'],
  beginMinutes: ['P48', 'yes yes no no no', 'chair', 'minuteTaker'],
  adoptText: ['P43', 'yes yes no no no', 'chair'],
  signText: ['P44', 'yes yes no no no', 'chair', 'minuteTaker'],
  setSchedule: ['P46', 'yes yes no no no'],
  withdrawText: ['P54', 'yes yes no no no'],
  numberPaper: ['P45', 'yes yes no no no'],
  keepHandbook: ['P70', 'yes yes yes no no'],
  enterFromPaper: ['P71', 'yes yes no no no'],
  noteReasons: ['P53', 'yes yes yes no no'],
  keepCandidates: ['P60', 'yes yes yes no no'],
  proposeRosterChange: ['P61', 'yes yes no no no'],
  confirmRosterChange: ['P62', 'no no no no yes'],
  handUp: ['P81', 'yes yes no no no'],
  answerFromAbove: ['P82', 'no no no no yes'],
  seeHandedUp: ['P83', 'no no no no yes'],
  giveReason: ['P84', 'yes yes yes yes no'],
  noteWhoPaid: ['P85', 'yes yes yes no no'],
  assignTask: ['P49', 'yes yes yes no no'],
  workOnTask: ['P50', 'no no no no no', 'owner'],
  settleTask: ['P51', 'yes yes no no no', 'assigner'],
  handOverTask: ['P90', 'yes yes no no no', 'owner', 'assigner'],
  unblockTask: ['P91', 'yes yes no no no', 'owner', 'assigner'],
  carryTaskOver: ['P92', 'yes yes yes no no'],
  raiseOpinion: ['P93', 'yes yes yes yes no'],
  handleOpinions: ['P94', 'yes yes yes no no'],
  answerOpinion: ['P95', 'yes yes no no no', 'owner'],
  forwardOpinion: ['P96', 'yes yes no no no'],
  handleForwarded: ['P97', 'no no no no yes'],
  settleOpinion: ['P98', 'no no no no no', 'self'],
  tellAsker: ['P99', 'yes yes yes no no', 'self'],
  decideHeldWork: ['P12', 'yes yes no no no'],
  createCell: ['P13', 'no no no no yes'],
  nameDuties: ['P14', 'no no no no yes'],
  editRoster: ['P15', 'yes yes no no yes'],
  invite: ['P16', 'yes yes no no yes', 'self'],
  seeDevices: ['P17', 'yes no no no no', 'self'],
  revokeDevice: ['P18', 'yes no no no yes', 'self'],
  assignSuperior: ['P20', 'no no no no yes'],
  importRosters: ['P21', 'no no no no yes'],
  makeSlips: ['P22', 'yes yes no no yes'],
  approveSlips: ['P23', 'yes yes no no yes'],
}
/** The superior in charge is no officer: these are all he may. */
const SUPERIOR: readonly Action[] = [
  'readDirectory',
  'readBridge',
  'answerFromAbove',
  'seeHandedUp',
  'handleForwarded',
]
const EACH: readonly Relation[] = ['drafter', 'self', 'chair', 'minuteTaker', 'owner', 'assigner']
const RELATIONS: readonly (readonly Relation[])[] = [[], ...EACH.map((one) => [one]), EACH]

describe('the permission table, every action for everybody [P2–P23, P25–P30, P35–P51, P53, P54, P60–P62, P80–P85, P93–P99]', () => {
  it('has the rows written here, under these numbers', () => {
    const rules = Object.entries(PERMISSIONS).map(([action, { rule }]) => [action, rule])
    expect(rules).toEqual(Object.entries(TABLE).map(([action, [rule]]) => [action, rule]))
  })

  describe.each(Object.entries(TABLE) as [Action, (typeof TABLE)[Action]][])(
    '%s',
    (action, [, who, ...suffice]) => {
      const expected = [...who.split(' ').map((word) => word === 'yes'), SUPERIOR.includes(action)]

      it.each(Object.keys(WHO).map((name, i) => [name, expected[i] ?? false] as const))(
        '%s: %s',
        (name, always) => {
          const asked = WHO[name] ?? standing({})
          const hasRole = name !== 'a stranger' && name !== 'suspended An'
          for (const relations of RELATIONS) {
            const related = suffice.some((relation) => relations.includes(relation)) && hasRole
            expect(may(action, asked, relations), relations.join()).toBe(always || related)
          }
        },
      )
    },
  )
})

describe('roles', () => {
  it.each(STATUSES.filter((s) => s !== 'suspended'))('[P1] a person who is %s is a member', (status) => {
    expect([...rolesOf(standing({ status }))]).toEqual(['member'])
  })

  it('[P1] suspended, nobody has a role in his unit, whatever his duties were', () => {
    for (const duties of [PEOPLE.An, ['officer'] as const])
      expect(rolesOf(standing({ status: 'suspended', duties })).size).toBe(0)
  })

  it('[P1] an officer who is no more than that is no member; one who is deputy besides is', () => {
    expect([...rolesOf(standing({ duties: ['officer'] }))]).toEqual(['communeOfficer'])
    expect(rolesOf(standing({ duties: ['officer', 'deputy'] }))).toEqual(
      new Set(['communeOfficer', 'member', 'deputy']),
    )
  })

  it('[P1] whoever is in charge of a cell he is suspended in is in charge of it, and nothing else', () => {
    expect([...rolesOf(standing({ status: 'suspended', inCharge: true }))]).toEqual(['superiorInCharge'])
  })

  it('[P1] an officer above the cell who is suspended in it still is the officer, and nothing else', () => {
    expect([...rolesOf(standing({ status: 'suspended', officerAbove: true }))]).toEqual(['communeOfficer'])
  })

  it.each(STATUSES)('[D6] an officer who is %s', (status: Status) => {
    expect(isOfficer({ status, duties: ['officer'] })).toBe(status !== 'suspended')
    expect(isOfficer({ status, duties: ['secretary'] })).toBe(false)
  })
})

describe('the drafting group [P6]', () => {
  const named = { who: 'named', people: ['dung-0001'] } as const
  it.each([
    ['Cúc', { who: 'committee' }, true],
    ['Dũng', { who: 'committee' }, false],
    ['Dũng', { who: 'allMembers' }, true],
    ['Dũng', named, true],
    ['a stranger', { who: 'allMembers' }, false],
    ['a stranger', named, false],
    ['suspended An', { who: 'allMembers' }, false],
    ['suspended An', { who: 'committee' }, false],
    ['the officer', { who: 'allMembers' }, false],
  ] as const)('%s in %j: %s', (name, group, is) => {
    const asked = WHO[name] ?? standing({})
    expect(isDrafter(group.who === 'named' ? { ...group, people: [...group.people] } : group, asked)).toBe(is)
  })

  it('Khoa is not Dũng', () => {
    const khoa = standing({ person: 'khoa-0001' })
    expect(isDrafter({ who: 'named', people: ['dung-0001'] }, khoa)).toBe(false)
  })
})

describe('reading scopes', () => {
  const cells = new Set(['khu-dong-mit', 'khu-ao-sen'])

  it('[P2] [P3] [P80] An reads cell, office and bridge, Dũng cell and bridge, both their own', () => {
    const [an = standing({}), dung = standing({})] = [WHO['An'], WHO['Dũng']]
    const [cell, office, bridge] = ['cell/khu-dong-mit', 'office/khu-dong-mit', 'bridge/khu-dong-mit']
    expect(scopesOf([an], cells)).toEqual([cell, office, bridge, 'own/dung-0001'])
    expect(scopesOf([dung], cells)).toEqual([cell, bridge, 'own/dung-0001'])
  })

  it('[P80] the officer and the superior in charge read the bridge, and nothing else of the cell', () => {
    for (const name of ['the officer', 'the superior'])
      expect(scopesOf([WHO[name] ?? standing({})], cells)).toEqual(['bridge/khu-dong-mit', 'own/dung-0001'])
  })

  it('[S8] a suspended member reads his own alone, and so does a stranger', () => {
    for (const name of ['suspended An', 'a stranger'])
      expect(scopesOf([WHO[name] ?? standing({})], cells)).toEqual(['own/dung-0001'])
    expect(scopesOf([], cells)).toEqual([])
  })

  it('[P2] the commune committee has no cell scope, and two cells are two', () => {
    const both = ['khu-dong-mit', 'khu-ao-sen', 'xa-thanh-moc'].map((unit) => standing({ unit }))
    expect(scopesOf(both, cells)).toEqual([
      ...['cell/khu-dong-mit', 'bridge/khu-dong-mit', 'cell/khu-ao-sen', 'bridge/khu-ao-sen'],
      'own/dung-0001',
    ])
  })

  it('[P2] kinds of scope that are not for reading yet are read by nobody', () => {
    for (const kind of ['own', 'commune', 'desk'] as const)
      for (const asked of Object.values(WHO)) expect(mayRead(kind, asked)).toBe(false)
  })
})
