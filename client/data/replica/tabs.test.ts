import { digest } from 'lib0/hash/sha256'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { appendPart, writeStart } from '#shared/document/write.ts'
import { readContent } from '#shared/document/read.ts'
import { encodeReceipt } from '#shared/protocol/frames.ts'
import { contentText, type Block } from '#shared/records/content.ts'
import type { Verdict } from '#shared/records/refusal.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { takeTurns } from '#client/data/turns.ts'
import type { DocumentSession } from '#client/data/document-session.ts'
import type { Heard } from './receive.ts'
import { Replica } from './replica.ts'

const PLACE = { scope: 'cell/khu-dong-mit', record: 'nghiquyet-12', kind: 'resolution' } as const
const block = (text: string): Block => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })

/** Two tabs of one browser with one book: the first has the text open, the second happens to sync. */
async function twoTabs() {
  const book = new MemoryBook()
  let ids = 0
  const turn = takeTurns()
  const heard: Heard[] = []
  const tab = (announce: (news: Heard) => void) =>
    new Replica(
      {
        ...{ book, clock: () => 1_800_000_000_000, localNow: () => '2026-12-03T20:00', announce },
        ...{
          sign: async () => new Uint8Array(64),
          isFromServer: async () => true,
          isSignedBy: async () => true,
        },
        identity: {
          device: 'an-phone-1',
          person: 'an-000001',
          lineage: 'dong-0001',
          serverKey: '',
          enrolledAt: 1,
        },
        newId: () => `new-id-000${ids++}`,
        newClientId: () => 70 + ids++,
      },
      turn,
    )
  const writing = tab(() => undefined)
  const syncing = tab((news) => {
    heard.push(news)
    void writing.hear(structuredClone(news))
  })
  const session = await writing.open(PLACE)
  const view = { midWord: false, open: true, flush: () => undefined, changed: () => undefined }
  session.show({ ...view, closed: () => (view.open = false) })
  return { book, writing, syncing, session, view, heard }
}

const reads = ({ doc }: DocumentSession): string => contentText(readContent(doc))

async function answered(tabs: Awaited<ReturnType<typeof twoTabs>>, verdict: Verdict): Promise<void> {
  const { syncing } = tabs
  const [batch] = (await syncing.compose('0.1.0')).batches
  const batchHash = digest(batch?.bytes ?? new Uint8Array())
  const of = { lineage: 'dong-0001', scope: PLACE.scope, device: 'an-phone-1', deviceSeq: 1 }
  const bytes = encodeReceipt({ ...of, batchHash, verdicts: [verdict], receivedAt: 2 })
  await syncing.receive({ frame: 'receipt', bytes, signature: new Uint8Array(64) })
}

it('what another tab takes in from others appears in the text that is open here', async () => {
  const { syncing, session, heard } = await twoTabs()
  const others = new Y.Doc()
  writeStart(others, [block('Chữ của đồng chí Bình.')])
  const update = Y.encodeStateAsUpdateV2(others)
  await syncing.receive({
    ...{ frame: 'changes', scope: PLACE.scope, events: [], digests: [], cursor: { seq: 1 } },
    documents: [{ record: PLACE.record, kind: 'resolution', update, own: [], touches: [] }],
  })
  expect(heard).toMatchObject([{ is: 'changes' }])
  expect(reads(session)).toBe('Chữ của đồng chí Bình.')
})

it('what another tab hears was refused closes the text here, and every word is kept', async () => {
  const tabs = await twoTabs()
  const { book, writing, session, view } = tabs
  appendPart(session.doc, block('Đã gửi đi.'))
  await writing.save(session)
  const answering = answered(tabs, { verdict: 'refused', code: 'documentClosed' })
  appendPart(session.doc, block('Chưa kịp lưu.'))
  await answering
  await writing.compose('0.1.0') // whatever waited for its turn has had it
  expect(view.open).toBe(false)
  const kept = await book.list('kept')
  expect(kept.map(({ text }) => text).sort()).toEqual(['Chưa kịp lưu.', 'Đã gửi đi.'])
  for (const { why } of kept) expect(why).toEqual({ from: 'refused', code: 'documentClosed' })
  expect(await book.list('pending')).toEqual([])
})

it('a refused command takes nobody’s words away and closes no text', async () => {
  const { book, writing, session, view } = await twoTabs()
  const op = {
    op: 'command' as const,
    record: PLACE.record,
    kind: PLACE.kind,
    command: { do: 'moveResolution' },
  }
  await book.commit([{ put: 'pending', value: { n: 1, ...PLACE, op, at: 1 } }])
  appendPart(session.doc, block('Đang viết.'))
  const [batch] = (await writing.compose('0.1.0')).batches
  const of = { lineage: 'dong-0001', scope: PLACE.scope, device: 'an-phone-1', deviceSeq: 1, receivedAt: 2 }
  const verdicts: Verdict[] = [{ verdict: 'refused', code: 'notInThisState' }]
  const bytes = encodeReceipt({ ...of, batchHash: digest(batch?.bytes ?? new Uint8Array()), verdicts })
  await writing.receive({ frame: 'receipt', bytes, signature: new Uint8Array(64) })
  expect(view.open).toBe(true)
  await writing.save(session)
  expect(await book.list('pending')).toMatchObject([{ op: { op: 'document' } }])
})
