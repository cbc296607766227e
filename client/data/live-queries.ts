import type { Announcement } from '#shared/records/announcement.ts'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import type { Pending, StoredAttachment, StoredBytes, StoredForm } from '#client/data/book/book.ts'
import { live } from './live.ts'
import type { Queries } from './queries.ts'
import type { Identity } from './replica/identity.ts'
import { standingOfRosters } from './standing.ts'
import { openingsKey } from './replica/meta.ts'
import { keptViews, waitingItems } from './sync-views.ts'
import type { AttachmentView, OpeningsView } from './views.ts'

const rowsOf = <T>(value: unknown): T => value as T

/** The live queries over one book. */
export function liveQueries(book: DexieBook): Queries {
  const identity = async () => (await book.get('meta', ['identity']))?.value as Identity | undefined

  return {
    profile: () =>
      live(
        () => async () => ({ me: await identity(), rosters: await book.list('rosters') }),
        ({ me, rosters }) => {
          if (!me) return null
          const { person, device, enrolledAt } = me
          const name = rosters.flatMap((r) => r.roster.people).find((p) => p.id === person)?.name ?? ''
          return { person, device, name, serverUrl: location.origin, enrolledAt }
        },
      ),
    rosters: () =>
      live(
        () => () => book.list('rosters'),
        (rows) => rows.map((row) => row.roster),
      ),
    standing: (unit) =>
      live(
        () => {
          const id = unit()
          return async () => ({ id, me: await identity(), rosters: await book.list('rosters') })
        },
        ({ id, me, rosters }) => standingOfRosters(rosters, me?.person ?? '', id),
      ),
    rows: (scope, kind) =>
      live(
        () => {
          const name = scope()
          return () => book.list('rows', [name])
        },
        (rows) =>
          rows
            .filter((r) => r.kind === kind)
            .map((r) => r.row)
            .sort((a, b) => b.changedAt - a.changedAt),
      ),
    row: (scope, record) =>
      live(
        () => {
          const key = [scope(), record()] as const
          return () => book.get('rows', key)
        },
        (stored) => stored?.row ?? null,
      ),
    events: (scope, record) =>
      live(
        () => {
          const key = [scope(), record()] as const
          return () => book.list('events', key)
        },
        (rows) => rows.map((row) => row.event),
      ),
    content: (scope, record) =>
      live(
        () => {
          const key = [scope(), record()] as const
          return async () => ({
            stored: await book.get('documents', key),
            pending: (await book.list('pending')).filter((p) => p.scope === key[0] && p.record === key[1]),
          })
        },
        async ({ stored, pending }) => {
          if (!stored && pending.length === 0) return null
          const { readText } = await import('./replica/read-text.ts')
          return readText(stored, pending)
        },
      ),
    notice: (scope, record) =>
      live(
        () => {
          const key = [scope(), record()] as const
          return async () => ({
            events: (await book.list('events', key)).map((row) => row.event),
            pending: (await book.list('pending')).filter((p) => p.scope === key[0] && p.record === key[1]),
          })
        },
        async ({ events, pending }) => {
          const rules = (await import('#shared/events/announcement.ts')).announcementRules
          const state = events.reduce<Announcement | null>((folded, e) => rules.fold(folded, e), null)
          return pendingNotice(pending) ?? state?.notice ?? null
        },
      ),
    awayChanges: (scope, record) =>
      live(
        () => {
          const key = [scope(), record()] as const
          return async () => ({
            me: await identity(),
            seen: await book.get('seen', key),
            touches: await book.list('touches', key),
            stored: await book.get('documents', key),
            pending: (await book.list('pending')).filter((p) => p.scope === key[0] && p.record === key[1]),
          })
        },
        async ({ me, seen, touches, stored, pending }) => {
          const fresh = touches
            .map((row) => row.touch)
            .filter((t) => seen !== undefined && t.seq > seen.seq && t.person !== me?.person)
          if (fresh.length === 0) return []
          const { awayChanges } = await import('./replica/read-text.ts')
          return awayChanges(fresh, stored, pending)
        },
      ),
    keptTexts: () =>
      live(
        () => async () => ({ kept: await book.list('kept'), rows: await book.list('rows') }),
        ({ kept, rows }) => keptViews(kept, rows),
      ),
    myData: async () => (await import('./my-data.ts')).myData(book, Date.now()),
    waiting: () =>
      live(
        () => async () => [await book.list('pending'), await book.list('attachments')] as const,
        (found) => waitingItems(...found),
      ),
    attachment: (scope, id) => {
      const viewOf = attachmentView()
      return live(
        () => {
          const key = [scope(), id()] as const
          return async () =>
            [await book.get('attachments', key), await book.get('attachmentBytes', key)] as const
        },
        (found) => viewOf(...found),
      )
    },
    media: () =>
      live(
        () => () => book.list('attachments'),
        (all) => all.reduce((sum, { sentAt, size }) => sum + (sentAt === null ? 0 : size), 0),
      ),
    openings: (record) =>
      live(
        () => {
          const key = [openingsKey(record())]
          return () => book.get('meta', key)
        },
        (stored) => rowsOf<OpeningsView | null>(stored?.value ?? null),
      ),
    form: <T>(key: () => string) =>
      live(
        () => {
          const name = key()
          return () => book.get('forms', [name])
        },
        (stored: StoredForm | undefined) => rowsOf<T | null>(stored?.value ?? null),
      ),
  }
}

/** The same bytes stay the same object while their sending goes on, or whoever shows them would flicker. */
function attachmentView() {
  let shown: { id: string; blob: Blob } | null = null
  return (known?: StoredAttachment, kept?: StoredBytes): AttachmentView => {
    if (!kept) shown = null
    else if (shown?.id !== kept.id)
      shown = { id: kept.id, blob: new Blob([kept.bytes as BlobPart], { type: known?.media ?? '' }) }
    const waits = known && known.due && known.sentAt === null
    return {
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
