import { expect, it } from 'vitest'
import type { Roster } from '#shared/records/roster.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { discussionCommands } from './discussion-commands.ts'
import { Replica } from './replica/replica.ts'
import type { Running } from './running.ts'
import type { KeptView } from './views.ts'

const PLACE = { scope: 'cell/khu-dong-mit', record: 'nghiquyet-12', kind: 'resolution' } as const
const START = { do: 'startResolution', title: 'Nghị quyết', month: '2026-12', template: 'monthly', schema: 1 }
const block = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })
const CLIENT = 70

/** A secretary with a text of one line, and words of his that found no place in it. */
async function withKept(over: Partial<KeptView>) {
  const book = new MemoryBook()
  const me = { person: 'an-000001', device: 'an-phone-1', lineage: 'dong-0001', serverKey: '', enrolledAt: 1 }
  const unit = {
    kind: 'cell',
    id: 'khu-dong-mit',
    name: 'Chi bộ',
    cellKind: 'village',
    parent: 'xa-000001',
  } as const
  const an = { id: me.person, name: 'An', status: 'official', duties: ['secretary'] } as const
  const roster: Roster = {
    lineage: me.lineage,
    version: 1,
    issuedAt: 1,
    unit,
    people: [{ ...an, duties: [...an.duties] }],
  }
  const signed = { bytes: new Uint8Array(), signature: new Uint8Array() }
  await book.commit([{ put: 'rosters', value: { unit: unit.id, version: 1, ...signed, roster } }])
  let client = CLIENT
  const replica = new Replica({
    ...{ book, identity: me, clock: () => 1_800_000_000_000, localNow: () => '2026-12-03T20:00' },
    ...{
      sign: async () => new Uint8Array(64),
      isFromServer: async () => true,
      isSignedBy: async () => true,
      announce: () => undefined,
    },
    ...{ newId: () => 'new-id-0001', newClientId: () => client++ },
  })
  await replica.give(PLACE, START, { start: [block('Một')] })
  const kept: KeptView = {
    ...{ id: 'kept-1', about: PLACE.record, scope: PLACE.scope, text: 'Lùi hạn sang 25/12.', at: 1 },
    ...{ why: { from: 'refused', code: 'documentClosed' }, ...over },
  }
  const putAway: string[] = []
  const commands = discussionCommands({
    running: async () => ({ replica, sync: { want: () => undefined } }) as unknown as Running,
    saving: (write) => write(),
    give: async (scope, record, command) => {
      const refusal = await replica.give({ scope, record, kind: 'resolution' }, command)
      return refusal === null ? { ok: true } : { ok: false, refusal }
    },
    putAwayKept: async (id) => {
      const proposals = (await book.list('pending')).filter(({ op }) => 'command' in op).length
      putAway.push(`${id} after ${proposals} commands`)
    },
  })
  const proposed = async () =>
    (await book.list('pending')).flatMap(({ op }) => ('command' in op ? [op.command] : [])).slice(1)
  return { kept, commands, putAway, proposed }
}

it('[K4] kept words are proposed behind the part they were meant for, and then put away', async () => {
  const { kept, commands, putAway, proposed } = await withKept({ part: `${CLIENT}:0` })
  expect(await commands.proposeKept(kept)).toMatchObject({ ok: true })
  expect(await proposed()).toMatchObject([
    {
      do: 'remark',
      anchor: { part: `${CLIENT}:0`, words: 'Một' },
      says: { is: 'proposal', way: 'after', wording: kept.text },
    },
  ])
  expect(putAway).toEqual(['kept-1 after 2 commands'])
})

it.each([[{ part: '999:9' }], [{}]])('[K4] for the end of the text when that part is %j', async (over) => {
  const { kept, commands, putAway, proposed } = await withKept(over)
  expect(await commands.proposeKept(kept)).toMatchObject({ ok: true })
  expect(await proposed()).toMatchObject([{ anchor: null, says: { wording: kept.text } }])
  expect(putAway).toHaveLength(1)
})

it('[K4] what could not be proposed is not put away', async () => {
  const { kept, commands, putAway, proposed } = await withKept({ text: 'a'.repeat(4_001) })
  expect(await commands.proposeKept(kept)).toEqual({ ok: false, refusal: 'malformed' })
  expect(await commands.proposeKept({ ...kept, text: 'Ngắn.', about: 'nghiquyet-99' })).toMatchObject({
    ok: false,
  })
  expect(await commands.proposeKept({ ...kept, scope: null })).toMatchObject({ ok: false })
  expect(putAway).toEqual([])
  expect(await proposed()).toEqual([])
})
