import type { Ref } from 'vue'
import type { Announcement } from '#shared/records/announcement.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import type { Pending, StoredAttachment, StoredBytes } from '#client/data/book/book.ts'
import { keptViews } from './kept-views.ts'
import { live } from './live.ts'
import type { KindStates, Queries } from './queries.ts'
import type { Identity } from './replica/identity.ts'
import { metaOf, openingsKey } from './replica/meta.ts'
import { sealCheckKey } from './replica/check-seals.ts'
import type { AttachmentView, OpeningsView, SealCheck } from './views.ts'

/** What only the page of one record asks: fetched with the first question. */
export type RecordQueries = Pick<
  Queries,
  | 'events'
  | 'content'
  | 'notice'
  | 'discussion'
  | 'awayChanges'
  | 'enteredForMe'
  | 'attachment'
  | 'wordsBeside'
  | 'keptTexts'
  | 'media'
  | 'sealCheck'
  | 'openings'
  | 'state'
>

type Key = readonly [ScopeId, RecordId]

export function recordQueries(book: DexieBook): RecordQueries {
  const identity = () => metaOf<Identity>(book, 'identity')
  /** What this phone has of a record and of whoever may do what with it, own pending work included. */
  const known = async (key: Key) => ({
    key,
    me: await identity(),
    rosters: await book.list('rosters'),
    confirmed: (await book.list('events', key)).map((row) => row.event),
    stored: await book.get('documents', key),
    pending: (await book.list('pending')).filter((p) => p.scope === key[0] && p.record === key[1]),
  })
  const about =
    <T>(scope: () => ScopeId, record: () => RecordId, read: (key: Key) => Promise<T>) =>
    () => {
      const key = [scope(), record()] as const
      return () => read(key)
    }
  return {
    state: <Kind extends keyof KindStates>(
      kind: Kind,
      scope: () => ScopeId,
      record: () => RecordId,
    ): Ref<KindStates[Kind] | null | undefined> =>
      live(
        about(scope, record, async (key) => ({
          place: { scope: key[0], record: key[1], kind },
          me: await identity(),
          rosters: await book.list('rosters'),
          confirmed: (await book.list('events', key)).map((row) => row.event),
          pending: await book.list('pending'),
        })),
        async ({ place, me, confirmed, pending }) => {
          const { localState } = await import('./replica/state.ts')
          const mine = pending.filter((p) => p.scope === place.scope && p.record === place.record)
          if (!me || (confirmed[0] ?? mine[0])?.kind !== kind) return null
          const known = { confirmed, pending: mine }
          return (await localState(book, me, place, known)).state as KindStates[Kind] | null
        },
      ),
    events: (scope, record) =>
      live(
        about(scope, record, (key) => book.list('events', key)),
        (rows) => rows.map((row) => row.event),
      ),
    content: (scope, record) =>
      live(about(scope, record, known), async ({ stored, pending }) => {
        if (!stored && pending.length === 0) return null
        const { readText } = await import('./replica/read-text.ts')
        return readText(stored, pending)
      }),
    notice: (scope, record) =>
      live(about(scope, record, known), async ({ confirmed, pending }) => {
        const rules = (await import('#shared/events/announcement.ts')).announcementRules
        const state = confirmed.reduce<Announcement | null>((folded, e) => rules.fold(folded, e), null)
        return pendingNotice(pending) ?? state?.notice ?? null
      }),
    discussion: (scope, record) =>
      live(about(scope, record, known), async (found) => {
        const { readDiscussion } = await import('./replica/read-discussion.ts')
        return readDiscussion(book, found)
      }),
    awayChanges: (scope, record) =>
      live(
        about(scope, record, async (key) => ({
          ...(await known(key)),
          seen: await book.get('seen', key),
          touches: await book.list('touches', key),
        })),
        async ({ me, seen, touches, stored, pending }) => {
          const fresh = touches
            .map((row) => row.touch)
            .filter((t) => seen !== undefined && t.seq > seen.seq && t.person !== me?.person)
          if (fresh.length === 0) return []
          const { awayChanges } = await import('./replica/read-text.ts')
          return awayChanges(fresh, stored, pending)
        },
      ),
    enteredForMe: () =>
      live(
        () => async () => ({
          me: await identity(),
          events: await book.list('events'),
          rows: await book.list('rows'),
          pending: await book.list('pending'),
        }),
        async ({ me, ...found }) =>
          me ? (await import('./entered-for-me.ts')).enteredForMe(me.person, found) : [],
      ),
    attachment: (scope, id) => {
      const viewOf = attachmentView()
      return live(() => {
        const key = [scope(), id()] as const
        return async () => ({
          id: key[1],
          known: await book.get('attachments', key),
          kept: await book.get('attachmentBytes', key),
        })
      }, viewOf)
    },
    wordsBeside: (scope, ids) =>
      live(
        () => {
          const [where, which] = [scope(), ids()]
          return () => Promise.all(which.map((id) => book.get('attachmentBytes', [where, id])))
        },
        async (found) => (await import('./attachments/words-beside.ts')).wordsIn(found),
      ),
    keptTexts: () =>
      live(
        () => async () => ({ kept: await book.list('kept'), rows: await book.list('rows') }),
        ({ kept, rows }) => keptViews(kept, rows),
      ),
    media: () =>
      live(
        () => () => book.list('attachments'),
        (all) => all.reduce((sum, { sentAt, size }) => sum + (sentAt === null ? 0 : size), 0),
      ),
    sealCheck: (scope) =>
      live(
        () => {
          const key = [sealCheckKey(scope())]
          return () => book.get('meta', key)
        },
        (stored) => (stored?.value as SealCheck | undefined) ?? null,
      ),
    openings: (record) =>
      live(
        () => {
          const key = [openingsKey(record())]
          return () => book.get('meta', key)
        },
        (stored) => (stored?.value as OpeningsView | undefined) ?? null,
      ),
  }
}

type StoredAbout = { id: string; known: StoredAttachment | undefined; kept: StoredBytes | undefined }

/** The same bytes stay the same object while their sending goes on, or whoever shows them would flicker. */
function attachmentView() {
  let shown: { id: string; blob: Blob } | null = null
  return ({ id, known, kept }: StoredAbout): AttachmentView => {
    if (!kept) shown = null
    else if (shown?.id !== kept.id)
      shown = { id: kept.id, blob: new Blob([kept.bytes as BlobPart], { type: known?.media ?? '' }) }
    const waits = known && known.due && known.sentAt === null
    return {
      id,
      here: shown?.blob ?? null,
      waits: waits ? { sent: known.sent, refused: known.refused?.why ?? null } : null,
    }
  }
}

function pendingNotice(pending: readonly Pending[]) {
  for (const { op } of [...pending].reverse()) {
    if (op.op !== 'command') continue
    const { notice } = op.command as { notice?: Announcement['notice'] }
    if (notice) return notice
  }
  return null
}
