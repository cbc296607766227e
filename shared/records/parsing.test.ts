import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { noticeSchema, slugSchema } from './announcement.ts'
import { blockText, contentText } from './content.ts'
import { idSchema, instantSchema } from './ids.ts'
import { personNameSchema, rosterPersonSchema } from './person.ts'
import { draftingGroupSchema, monthSchema, titleSchema } from './resolution.ts'
import { rosterSchema } from './roster.ts'
import { cellScope, officeScope, ownScope, parseScope, scopeSchema } from './scope.ts'
import { unitNameSchema, unitSchema } from './unit.ts'

const parsed = (schema: v.GenericSchema, value: unknown): unknown => {
  const result = v.safeParse(schema, value)
  return result.success ? result.output : null
}

describe('names as people write them', () => {
  const decomposed = 'Nguyễn Thị Ước'.normalize('NFD')

  it.each([personNameSchema, unitNameSchema])('combining marks become one letter each (%#)', (schema) => {
    expect(decomposed).not.toBe(decomposed.normalize('NFC'))
    expect(parsed(schema, decomposed)).toBe('Nguyễn Thị Ước'.normalize('NFC'))
  })

  it.each([personNameSchema, unitNameSchema])(
    'all white space is one blank, none at the ends (%#)',
    (schema) => {
      expect(parsed(schema, '  Lê\u00a0Văn\t\n An ')).toBe('Lê Văn An')
    },
  )

  it.each([
    ['a control character', 'Lê\u0000Văn'],
    ['a bell', 'Lê\u0007'],
    ['text that runs backwards', 'An\u202enìB'],
    ['letters without width', 'An\u200b'],
    ['half an emoji', 'An \ud83d'],
    ['a tag', '<b>An</b>'],
    ['one letter', 'A'],
    ['only blanks', '   '],
    ['81 letters', 'a'.repeat(81)],
    ['a number', 12],
    ['nothing', null],
  ])('%s is no name', (_, name) => {
    expect(parsed(personNameSchema, name)).toBeNull()
    expect(parsed(unitNameSchema, name)).toBeNull()
  })

  it('length counts after normalising: 80 letters with two marks each are a name', () => {
    expect(parsed(personNameSchema, 'ế'.normalize('NFD').repeat(80))).toBe('ế'.repeat(80))
  })
})

describe('scopes', () => {
  it.each([cellScope('khu-dong-mit'), officeScope('khu-dong-mit'), ownScope('binh-0001')])(
    '%s is one',
    (scope) => {
      const parts = parseScope(scope)
      expect(`${parts?.kind}/${parts?.id}`).toBe(scope)
      expect(parsed(scopeSchema, scope)).toBe(scope)
    },
  )

  it.each([
    'cell',
    'cell/',
    '/khu-dong-mit',
    'communeX',
    'office_x',
    'cells/khu-dong-mit',
    'Cell/khu-dong-mit',
    'cell/khu',
    'cell/khu-dong-mit/',
    'cell/../dong-mit',
    'cell/khu dong mit',
    `cell/${'a'.repeat(33)}`,
    '__proto__/khu-dong-mit',
    '',
  ])('"%s" is none', (text) => {
    expect(parseScope(text)).toBeNull()
  })
})

describe('small things', () => {
  it.each(['a'.repeat(7), 'a'.repeat(33), 'ngày-ba-1', 'a b c d e', 'aaaaaaa\n', ''])(
    '"%s" is no id',
    (id) => {
      expect(parsed(idSchema, id)).toBeNull()
    },
  )

  it.each([-1, 1.5, Number.NaN, Infinity, 8.65e15, '1'])('%s is no instant', (at) => {
    expect(parsed(instantSchema, at)).toBeNull()
  })

  it.each(['2026-00', '2026-13', '1999-12', '2026-1', '2026-12-03', '2026-12\n'])(
    '"%s" is no month',
    (month) => {
      expect(parsed(monthSchema, month)).toBeNull()
    },
  )

  it('a title is one line', () => {
    expect(parsed(titleSchema, ' Nghị  quyết\ntháng 12 ')).toBe('Nghị quyết tháng 12')
    expect(parsed(titleSchema, '\n')).toBeNull()
    expect(parsed(titleSchema, 'a'.repeat(201))).toBeNull()
  })

  it('a drafting group of nobody, or with a stranger’s key, is none', () => {
    expect(parsed(draftingGroupSchema, { who: 'named', people: [] })).toBeNull()
    expect(parsed(draftingGroupSchema, { who: 'everybody' })).toBeNull()
    expect(parsed(draftingGroupSchema, { who: 'committee', people: ['an-00001'] })).toEqual({
      who: 'committee',
    })
  })

  it('a slug has 128 bits, neither more nor less', () => {
    expect(parsed(slugSchema, 'a'.repeat(22))).not.toBeNull()
    for (const slug of ['a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}/`])
      expect(parsed(slugSchema, slug)).toBeNull()
  })

  it('a notice keeps its line breaks and nothing of Windows’ own', () => {
    const notice = { title: ' Họp ', body: '\r\nmột\r\nhai\r', when: '2026-12-03', where: '  nhà  văn hóa' }
    expect(parsed(noticeSchema, notice)).toEqual({
      title: 'Họp',
      body: 'một\nhai',
      when: '2026-12-03',
      where: 'nhà văn hóa',
    })
    for (const over of [{ when: '3/12' }, { body: ' ' }, { body: 'a'.repeat(4001) }, { title: '' }])
      expect(parsed(noticeSchema, { ...notice, ...over })).toBeNull()
  })

  it('a roster with one bad person is no roster', () => {
    const person = { id: 'binh-0001', name: 'Bình An', status: 'official', duties: ['deputy'] }
    const unit = {
      kind: 'cell',
      id: 'khu-dong-mit',
      name: 'Chi bộ',
      cellKind: 'village',
      parent: 'xa-thanh-moc',
    }
    const roster = { lineage: 'dong-0001', version: 1, issuedAt: 1, unit, people: [person] }
    expect(parsed(rosterSchema, roster)).toEqual(roster)
    expect(parsed(unitSchema, { ...unit, kind: 'office' })).toBeNull()
    for (const bad of [{ status: 'guest' }, { duties: ['king'] }, { birthYear: 1899 }, { id: 'x' }]) {
      expect(parsed(rosterPersonSchema, { ...person, ...bad })).toBeNull()
      expect(parsed(rosterSchema, { ...roster, people: [person, { ...person, ...bad }] })).toBeNull()
    }
  })

  it('the words of a content are its lines, tables cell by cell', () => {
    const block = (...runs: string[]) => ({
      part: 'block' as const,
      kind: null,
      depth: 0,
      runs: runs.map((text) => ({ text })),
    })
    expect(blockText(block('Chi ', 'bộ'))).toBe('Chi bộ')
    const table = { part: 'table' as const, rows: [[[block('một')], [block('hai'), block('ba')]]] }
    const derived = { part: 'derived' as const, kind: 'attendance' as const }
    expect(contentText([block('Chi ', 'bộ'), table, derived])).toBe('Chi bộ\nmột\nhai\nba')
  })
})
