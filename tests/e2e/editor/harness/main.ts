import { createApp, h, ref, shallowRef, type Ref } from 'vue'
import * as Y from 'yjs'
import '#client/editor/sheet.css'
import '#client/ui/tokens.css'
import '#client/ui/base.css'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { readContent } from '#shared/document/read.ts'
import { textSaid, type Other } from '#shared/protocol/line.ts'
import type { Content } from '#shared/records/content.ts'
import type { OpenDraft } from '#client/data/drafts.ts'
import { CannotSave, type PhoneBook } from '#client/data/book/book.ts'
import { openDexieBook } from '#client/data/book/dexie-book.ts'
import { draftsKey } from '#client/data/drafts.ts'
import { claimByWebLocks, openDrafts } from '#client/data/open-drafts.ts'
import { queriesKey, type Queries } from '#client/data/queries.ts'
import { openDocument } from '#client/data/replica/documents.ts'
import { Presence } from '#client/data/sync/presence.ts'
import { Replica } from '#client/data/replica/replica.ts'
import type { AwayChange } from '#client/data/views.ts'
import DraftEditor from '#client/editor/DraftEditor.vue'
import { adoptedRow, CELL, fillBook, RECORD, roster } from './cell.ts'
import { STARTS } from './starts.ts'

const asked = new URLSearchParams(location.search)
const person = asked.get('person') === 'lan' ? 'lan-000001' : 'huong-0001'
const real = await openDexieBook(asked.get('book') ?? 'book')
let failing: CannotSave['why'] | null = null
/** The real book on a disk that can be made to fail. */
const book: PhoneBook = {
  get: (...of) => real.get(...of),
  list: (...of) => real.list(...of),
  commit: (...of) => (failing ? Promise.reject(new CannotSave(failing)) : real.commit(...of)),
}
await fillBook(book, STARTS[asked.get('start') ?? 'paragraph'] ?? [])

let ids = 0
const newId = (): string => `id-${Date.now().toString(36)}-${(ids++).toString().padStart(4, '0')}`
const parts = {
  book,
  identity: { device: 'device-0001', person, lineage: roster.lineage, serverKey: '', enrolledAt: 0 },
  clock: () => Date.now(),
  sign: () => Promise.resolve(new Uint8Array(64)),
  isFromServer: () => Promise.resolve(true),
  isSignedBy: () => Promise.resolve(true),
  newId,
  newClientId: () => 1 + Math.floor(Math.random() * 0xfffffffe),
  localNow: () => '2026-11-23T08:00',
  announce: () => undefined,
}
const replica = new Replica(parts)
const said: string[] = []
const presence = new Presence({
  clock: () => Date.now(),
  say: (message) => said.push(textSaid(message)),
  company: () => undefined,
})
presence.connected()
const news = ref<'nothing' | 'saving' | 'saved' | 'full' | 'blocked'>('nothing')
const drafts = openDrafts({
  replica,
  parts,
  tab: newId(),
  claim: claimByWebLocks,
  work: { written: () => undefined, toSend: () => undefined },
  presence,
  news: {
    saving: () => (news.value = 'saving'),
    saved: () => (news.value = 'saved'),
    cannotSave: (why) => (news.value = why),
  },
})

const content: Ref<Content | null> = shallowRef(null)
async function readBook(): Promise<Content> {
  const doc = await openDocument(book, CELL, RECORD)
  return readContent(doc)
}
content.value = await readBook()

let open: OpenDraft | null = null
const queries: Pick<Queries, 'content' | 'rosters' | 'profile'> = {
  content: () => content,
  rosters: () => shallowRef([roster]),
  profile: () => shallowRef({ person, device: 'device-0001', name: '', serverUrl: '', enrolledAt: 0 }),
}

const marks = shallowRef<readonly AwayChange[]>([])
const shown = ref(asked.get('closed') === null)
createApp({
  render: () => [
    h('p', { id: 'news', role: 'status' }, news.value),
    shown.value ? h(DraftEditor, { scope: CELL, record: RECORD, marks: marks.value }) : null,
  ],
})
  .provide(queriesKey, queries as Queries)
  .provide(draftsKey, {
    recoverAll: () => drafts.recoverAll(),
    async open(scope, record) {
      const opened = await drafts.open(scope, record)
      open = 'readonly' in opened ? null : opened
      return opened
    },
  })
  .mount('#app')

let taken = 0
let seq = 1

/** What the tests ask of this page besides what a person sees. */
const harness = {
  news: () => news.value,
  /** The open document: canonical content, and its whole encoding. */
  document() {
    const doc = open?.doc
    if (!doc) return null
    const json = canonicalContent(readContent(doc))
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
    const bytes = Y.encodeStateAsUpdate(fresh).length
    const kept = Y.encodeStateAsUpdate(doc).length
    return { json, bytes, kept, v2: Y.encodeStateAsUpdateV2(fresh).length, content: readContent(doc) }
  },
  readBook,
  kept: () => book.list('kept'),
  journals: () => book.list('journals'),
  savepoints: () => book.list('savepoints'),
  pending: async () => {
    const rows = await book.list('pending')
    return rows.map((p) => ({
      n: p.n,
      client: p.client,
      bytes: p.op.op === 'document' ? p.op.update.length : 0,
    }))
  },
  databases: async () => (await indexedDB.databases()).map((d) => d.name ?? ''),
  /** Own work not handed out yet, as the server would relay it. */
  async takeWork(): Promise<number[] | null> {
    const rows = await book.list('pending')
    const updates = rows.flatMap((p) => (p.op.op === 'document' ? [p.op.update] : []))
    if (updates.length === 0) return null
    const merged = Y.mergeUpdates(updates)
    if (merged.length === taken) return null
    taken = merged.length
    return [...Y.convertUpdateFormatV1ToV2(merged)]
  },
  /** Another phone's work arrives by way of the server. */
  async receive(update: number[], from: 'huong' | 'lan' = 'lan'): Promise<void> {
    seq++
    const who = from === 'lan' ? 'lan-000001' : 'huong-0001'
    const touches = [{ seq, person: who, at: Date.now(), blocks: [] }]
    await replica.receive({
      frame: 'changes',
      scope: CELL,
      events: [],
      documents: [{ record: RECORD, kind: 'resolution', update: Uint8Array.from(update), own: [], touches }],
      cursor: { seq },
      digests: [],
    })
  },
  async adopt(): Promise<void> {
    const events = (await book.list('events', [CELL, RECORD])).map((row) => row.event)
    await book.commit([
      { put: 'events', value: { scope: CELL, record: RECORD, seq: 2, event: adoptedRow(events) } },
    ])
  },
  /** The server refuses what this session wrote. */
  refuse: (): void => {
    harness.sessions().forEach((session) => session.refuse())
  },
  sessions: (): { refuse(): unknown }[] => opened,
  failDisk: (why: 'full' | 'blocked' | null): void => {
    failing = why
  },
  /** What this page told the server of itself. */
  said: () => said,
  /** The server tells who else is in the text. */
  company: (others: Other[]): void => {
    presence.hear({ is: 'company', scope: CELL, record: RECORD, others })
  },
  mark: (changes: AwayChange[]): void => {
    marks.value = changes
  },
  show: (value: boolean): void => {
    shown.value = value
  },
  refresh: async (): Promise<void> => {
    content.value = await readBook()
  },
}
const opened: { refuse(): unknown }[] = []
const openSession = replica.open.bind(replica)
replica.open = async (place) => {
  const session = await openSession(place)
  opened.push(session)
  return session
}

declare global {
  interface Window {
    harness: typeof harness
  }
}
window.harness = harness
