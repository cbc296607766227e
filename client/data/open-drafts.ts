import type { DocumentSession } from './document-session.ts'
import type { Drafts, OpenDraft, ReadonlyWhy } from './drafts.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { SCHEMA_VERSION } from '#shared/document/layout.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { CannotSave, type BookChange, type StoredSavepoint } from '#client/data/book/book.ts'
import { openDocument } from '#client/data/replica/documents.ts'
import type { ReplicaParts } from '#client/data/replica/identity.ts'
import type { Replica } from '#client/data/replica/replica.ts'
import type { Place } from '#client/data/replica/state.ts'
import { confirmedEvents, localState, standingHere } from '#client/data/replica/state.ts'
import { Draft, type DraftNews, type DraftWork } from './draft.ts'
import { beginJournal, dropJournal, readJournal, type Journal } from './journal.ts'
import type { Presence } from './sync/presence.ts'
import { recoverInto, wordsLeft, type FoundJournal } from './recovery.ts'

export type DraftParts = {
  replica: Replica
  parts: ReplicaParts
  /** Name of this tab, for the journal's listing. */
  tab: string
  news: DraftNews
  work: DraftWork
  presence: Pick<Presence, 'open' | 'others'>
  /** Takes a lock that dies with the tab. @returns how to give it back, or null when another tab holds it */
  claim: (name: string) => Promise<(() => void) | null>
}

export interface OpenDrafts extends Drafts {
  /** Puts the finished words of every open draft into pending work; unfinished ones stay. */
  cut(): void
  /** A command with words of its own, in the open draft or in one opened for it. @returns why not, or null */
  giveWithWords(
    scope: ScopeId,
    record: RecordId,
    ...of: Parameters<OpenDraft['giveWithWords']>
  ): Promise<Refusal | ReadonlyWhy | null>
}

type Opened = OpenDraft | { readonly: ReadonlyWhy }

/** Opens drafts for writing, and takes up what dead tabs left behind. */
export function openDrafts(around: DraftParts): OpenDrafts {
  const { book } = around.parts

  /** What dead tabs left is taken up first: this tab does not stand in its own way. */
  let recovering: Promise<void> = Promise.resolve()
  const living = new Map<RecordId, Draft>()

  async function open(scope: ScopeId, record: RecordId) {
    await recovering.catch(() => undefined)
    return openNow(scope, record)
  }

  /** Openings under way in this tab: whoever wants the same text waits for them instead of meeting their lock. */
  const opening = new Map<RecordId, Promise<unknown>>()

  function openNow(scope: ScopeId, record: RecordId): Promise<Opened> {
    const opened = openOnce(scope, record).finally(() => opening.delete(record))
    opening.set(record, opened)
    return opened
  }

  async function openOnce(scope: ScopeId, record: RecordId): Promise<Opened> {
    const left = living.get(record)
    if (left?.waits) {
      left.takeUp()
      return left
    }
    const place = await placeOf(around, scope, record)
    if (!place) return { readonly: 'notAllowed' }
    const lock = await around.claim(lockOf(record))
    if (!lock) return { readonly: 'openElsewhere' }
    const release = () => {
      living.delete(record)
      lock()
    }
    try {
      const why = await whyNot(around, place)
      if (why === null) {
        const draft = await begin(around, place, release)
        living.set(record, draft)
        return draft
      }
      if (why !== 'newerSchema') await keepWordsLeft(around, place, why)
      release()
      return { readonly: why }
    } catch (error) {
      release()
      throw error
    }
  }

  async function giveWithWords(
    ...[scope, record, ...of]: Parameters<OpenDrafts['giveWithWords']>
  ): Promise<Refusal | ReadonlyWhy | null> {
    await recovering.catch(() => undefined)
    await opening.get(record)?.catch(() => undefined)
    const open = living.get(record)
    if (open) return open.giveWithWords(...of)
    const opened = await openNow(scope, record)
    if ('readonly' in opened) return opened.readonly
    try {
      return await opened.giveWithWords(...of)
    } finally {
      await opened.close()
    }
  }

  function recoverAll(): Promise<void> {
    recovering = takeUpAll()
    return recovering
  }

  async function takeUpAll(): Promise<void> {
    const left = new Map<RecordId, ScopeId>()
    for (const { scope, record } of [...(await book.list('journals')), ...(await book.list('savepoints'))])
      left.set(record, scope)
    for (const [record, scope] of left) {
      const opened = await openNow(scope, record)
      if (!('readonly' in opened)) await opened.close()
    }
  }

  return { open, giveWithWords, recoverAll, cut: () => living.forEach((draft) => void draft.cut()) }
}

const lockOf = (record: RecordId): string => `draft-${record}`

async function placeOf({ parts }: DraftParts, scope: ScopeId, record: RecordId): Promise<Place | null> {
  const row = await parts.book.get('rows', [scope, record])
  return row ? { scope, record, kind: row.kind } : null
}

async function whyNot(
  { parts }: DraftParts,
  place: Place,
): Promise<Exclude<ReadonlyWhy, 'openElsewhere'> | null> {
  const { book, identity } = parts
  const { scope, record, kind } = place
  const row = (await book.get('rows', [scope, record]))?.row
  if (row && 'schema' in row && row.schema > SCHEMA_VERSION) return 'newerSchema'
  const pending = (await book.list('pending')).filter((p) => p.scope === scope && p.record === record)
  const confirmed = await confirmedEvents(book, scope, record)
  const { state } = await localState(book, identity, place, { confirmed, pending })
  const refusal = rulesOf(kind).writingRefusal(state, await standingHere(book, identity, scope))
  if (refusal === null) return null
  return refusal === 'documentClosed' ? 'documentClosed' : 'notAllowed'
}

async function begin(around: DraftParts, place: Place, release: () => void): Promise<Draft> {
  const { replica, parts, news, work, presence } = around
  const { book, clock } = parts
  const session = await replica.open(place)
  const recovered = await recover(around, session).catch(cannotSave)
  const journal =
    recovered instanceof CannotSave ? recovered : await journalOf(around, session).catch(cannotSave)
  const touches = await book.list('touches', [place.scope, place.record])
  const together = touches.some(({ touch }) => touch.person !== parts.identity.person)
  const failed = journal instanceof CannotSave ? journal : null
  const draft = new Draft({
    book,
    replica,
    session,
    journal: journal instanceof CannotSave ? null : journal,
    journalAnew: () => journalOf(around, session),
    together,
    clock,
    news,
    work,
    presence,
    release,
  })
  if (failed) {
    draft.trouble.value = failed.why
    news.cannotSave(failed.why)
  }
  return draft
}

/** Anything else than a full or locked disk is a fault of ours. */
function cannotSave(error: unknown): CannotSave {
  if (error instanceof CannotSave) return error
  throw error
}

async function journalOf({ parts, tab }: DraftParts, { place, doc }: DocumentSession): Promise<Journal> {
  const { book, clock, newId } = parts
  const { scope, record, kind } = place
  const refusals = await refusalsOf(parts, place)
  const at = clock()
  return beginJournal(
    book,
    { id: newId(), scope, record, kind, tab, client: doc.clientID, refusals, at },
    doc,
  )
}

async function refusalsOf({ book }: ReplicaParts, { scope, record }: Place): Promise<number> {
  return (await book.get('refusals', [scope, record]))?.count ?? 0
}

type LeftBehind = { found: FoundJournal[]; savepoint: StoredSavepoint | undefined }

async function leftBehind({ parts }: DraftParts, { scope, record }: Place): Promise<LeftBehind> {
  const rows = (await parts.book.list('journals')).filter((j) => j.scope === scope && j.record === record)
  const found: FoundJournal[] = []
  for (const row of rows) found.push({ row, doc: await readJournal(row.id) })
  return { found, savepoint: await parts.book.get('savepoints', [scope, record]) }
}

/** Neither journal nor savepoint goes before what was in them is strictly in the book. */
async function recover(around: DraftParts, session: DocumentSession): Promise<void> {
  const { replica, parts } = around
  const { found, savepoint } = await leftBehind(around, session.place)
  if (found.length === 0 && !savepoint) return
  const refusals = await refusalsOf(parts, session.place)
  const homeless = recoverInto(session, found, { savepoint, refusals })
  await replica.save(session)
  await forget(
    around,
    session.place,
    { found, savepoint },
    keptOf(around, session.place, homeless.join('\n')),
  )
}

async function keepWordsLeft(
  around: DraftParts,
  place: Place,
  code: 'documentClosed' | 'notAllowed',
): Promise<void> {
  const left = await leftBehind(around, place)
  if (left.found.length === 0 && !left.savepoint) return
  const known = await openDocument(around.parts.book, place.scope, place.record)
  const words = wordsLeft(known, left.found, left.savepoint)
  known.destroy()
  await forget(around, place, left, keptOf(around, place, words, code))
}

function keptOf(
  { parts }: DraftParts,
  { record }: Place,
  text: string,
  code?: 'documentClosed' | 'notAllowed',
): BookChange[] {
  if (text === '') return []
  const why = code
    ? ({ from: 'refused', code } as const)
    : ({ from: 'server', reason: 'mergedAway' } as const)
  return [{ put: 'kept', value: { id: parts.newId(), about: record, text, why, at: parts.clock() } }]
}

async function forget(
  { parts }: DraftParts,
  { scope, record }: Place,
  { found }: LeftBehind,
  kept: readonly BookChange[],
): Promise<void> {
  await parts.book.commit([...kept, { drop: 'savepoints', key: [scope, record] }])
  for (const { row, doc } of found) {
    doc.destroy()
    await dropJournal(parts.book, row.id)
  }
}

/** So long a tab that is just going may keep its lock, milliseconds: a reload must not find its own draft taken. */
const TIME_TO_GO = 1_500

/** The lock of a living tab: the browser gives it back when the tab dies. */
export function claimByWebLocks(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((release) => resolve(release))
    navigator.locks.request(name, { signal: AbortSignal.timeout(TIME_TO_GO) }, hold).catch((why: unknown) => {
      if (why instanceof DOMException && why.name === 'TimeoutError') resolve(null)
      else reject(why)
    })
  })
}
