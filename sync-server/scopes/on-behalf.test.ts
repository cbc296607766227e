import { digest } from 'lib0/hash/sha256'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Op } from '#shared/protocol/batch.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import { cellScope, officeScope } from '#shared/records/scope.ts'
import { loadRecord } from './record-memory.ts'
import {
  CELL,
  OFFICER,
  personOf,
  START,
  trialCell,
  verdictsIn,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const NQ = 'nghi-quyet-12'
let cell: TrialCell
let an: TrialPhone
beforeEach(async () => {
  cell = await trialCell()
  an = await cell.phone('an')
  await an.give(NQ, START)
  await an.give(NQ, { do: 'moveResolution', to: 'comments' })
})
afterEach(() => cell.close())

const says = (id: string) => ({
  do: 'remark',
  id,
  anchor: null,
  says: { is: 'comment', text: 'Nên làm sớm.' },
})
const entered = (command: object, name: string): Op => ({
  ...{ op: 'command', record: NQ, kind: 'resolution', command, onBehalfOf: personOf(name) },
})
const accepted = { verdict: 'accepted' }
const refused = (code: string) => ({ verdict: 'refused', code })

async function events() {
  const { events } = await loadRecord(cell.storage, cellScope(CELL), NQ, 'resolution')
  return events.map(({ type, actor, onBehalfOf }) => [
    type,
    actor.by === 'person' ? actor.person : '',
    onBehalfOf,
  ])
}

it('[N1] [N4] the server takes an entry for another with both names, and the other’s word against it', async () => {
  const dung = await cell.phone('dung')
  const [verdict] = await an.send([entered(says('comment-1'), 'dung')])
  expect(verdict).toMatchObject(accepted)
  const of = verdict?.verdict === 'accepted' ? verdict.seq : 0
  expect(await an.give(NQ, { do: 'disownEntry', of })).toEqual(refused('notFound'))
  expect(await dung.give(NQ, { do: 'disownEntry', of })).toMatchObject(accepted)
  expect((await events()).slice(2)).toEqual([
    ['remarkMade', personOf('an'), personOf('dung')],
    ['entryDisowned', personOf('dung'), undefined],
  ])
})

it('[N2] [N3] nobody’s name is put under what he may not do, is nobody else’s, or is not of this cell', async () => {
  expect(await an.send([entered({ do: 'binResolution' }, 'binh')])).toEqual([refused('notForAnother')])
  expect(await an.send([entered(says('comment-2'), 'chi')])).toEqual([refused('notFound')])
  expect(await an.send([entered(says('comment-3'), 'nobody')])).toEqual([refused('notFound')])
  const chi = await cell.phone('chi')
  chi.scope = cellScope(CELL)
  expect(await chi.send([entered(says('comment-4'), 'an')])).toEqual([refused('notFound')])
  expect(await events()).toHaveLength(2)
})

it('[B8] held and admitted later, an entry for another is still the other’s', async () => {
  const dung = await cell.phone('dung')
  dung.rosterVersion = cell.book.directory().rosterVersions.get(CELL) ?? 0
  const change = { do: 'changePerson', unit: CELL, person: personOf('dung'), name: 'Đồng chí Dũng' } as const
  await cell.book.direct({ ...change, status: 'suspended' }, OFFICER)
  const batch = await dung.batch([entered(says('comment-5'), 'em')])
  expect(verdictsIn(await dung.sync({ batches: [batch] }))).toEqual([
    { verdict: 'held', code: 'rosterChanged' },
  ])
  await cell.book.settled()
  an.scope = officeScope(CELL)
  await an.give(heldId(digest(batch.bytes), 0), { do: 'admitHeldWork' }, 'held')
  await cell.book.settled()
  expect((await events()).at(-1)).toEqual(['remarkMade', personOf('dung'), personOf('em')])
})
