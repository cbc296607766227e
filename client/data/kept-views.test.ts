import { expect, it } from 'vitest'
import type { StoredKept, StoredRow } from './book/book.ts'
import { keptViews } from './kept-views.ts'

const kept = (id: string, about: string): StoredKept => ({
  ...{ id, about, text: 'Lời của tôi.', at: 1 },
  why: { from: 'refused', code: 'documentClosed' },
})
const resolution = (scope: StoredRow['scope'], record: string): StoredRow => ({
  ...{ scope, record, kind: 'resolution' },
  row: {
    ...{
      kind: 'resolution',
      record,
      changedAt: 1,
      title: 'Nghị quyết',
      month: '2026-12',
      schema: 1,
      stage: 'draft',
    },
    ...{ draftingGroup: { who: 'committee' }, startedBy: 'an-000001', excerpt: '', words: 1 },
  },
})

it('a kept text says in which of several cells its record is', () => {
  const rows = [
    resolution('cell/khu-dong-mit', 'nghiquyet-12'),
    resolution('cell/khu-ao-sen', 'nghiquyet-11'),
  ]
  const views = keptViews(
    [kept('1', 'nghiquyet-11'), kept('2', 'nghiquyet-12'), kept('3', 'gone-record')],
    rows,
  )
  expect(views.map(({ id, scope }) => [id, scope])).toEqual([
    ['1', 'cell/khu-ao-sen'],
    ['2', 'cell/khu-dong-mit'],
    ['3', null],
  ])
})
