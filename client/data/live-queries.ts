import type { Ref } from 'vue'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import type { StoredForm } from '#client/data/book/book.ts'
import { later } from './later.ts'
import { live } from './live.ts'
import type { Queries } from './queries.ts'
import type { RecordQueries } from './record-queries.ts'
import type { Identity } from './replica/identity.ts'
import { standingOfRosters } from './standing.ts'
import { waitingItems } from './sync-views.ts'

const rowsOf = <T>(value: unknown): T => value as T

/** The live queries over one book. */
export function liveQueries(book: DexieBook): Queries {
  const identity = async () => (await book.get('meta', ['identity']))?.value as Identity | undefined

  /** Asked only by pages that are fetched themselves. */
  const ofRecords = <Name extends keyof RecordQueries>(name: Name) => {
    type Query = (...of: unknown[]) => Ref<unknown>
    const fetched = async (...of: unknown[]) => {
      const query = (await import('./record-queries.ts')).recordQueries(book)[name] as Query
      return () => query(...of)
    }
    return ((...of: unknown[]) => later(fetched(...of))) as RecordQueries[Name]
  }

  return {
    ...{ events: ofRecords('events'), content: ofRecords('content'), notice: ofRecords('notice') },
    ...{ awayChanges: ofRecords('awayChanges'), attachment: ofRecords('attachment') },
    keptTexts: ofRecords('keptTexts'),
    ...{ wordsBeside: ofRecords('wordsBeside'), sealCheck: ofRecords('sealCheck') },
    state: ofRecords('state'),
    ...{ media: ofRecords('media'), openings: ofRecords('openings') },
    ...{ discussion: ofRecords('discussion'), enteredForMe: ofRecords('enteredForMe') },
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
    myData: async () => (await import('./my-data.ts')).myData(book, Date.now()),
    waiting: () =>
      live(
        () => async () => [await book.list('pending'), await book.list('attachments')] as const,
        (found) => waitingItems(...found),
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
