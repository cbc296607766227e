import { CannotSave } from './book/book.ts'
import { openDexieBook, type DexieBook } from './book/dexie-book.ts'
import type { Commands, OnlineCommands } from './commands.ts'
import type { Drafts } from './drafts.ts'
import { fetchedWhenAsked } from './fetched-when-asked.ts'
import { liveQueries } from './live-queries.ts'
import { Profiles } from './profiles.ts'
import { newId, newSlug } from './random.ts'
import type { Queries } from './queries.ts'
import { metaOf } from './replica/meta.ts'
import type { Running } from './running.ts'
import { useStatusStore } from './status.ts'
import { watchStatus } from './status-watch.ts'

export type OpenedApp = {
  queries: Queries
  commands: Commands
  online: OnlineCommands
  drafts: Drafts
  /** Starts what runs beside the screens; call once, after mounting. @returns its stop */
  start: () => () => void
}

/**
 * Opens the book on this phone.
 * @param choose asks whose, where several people share the device
 * @throws CannotSave when the browser gives no storage
 */
export async function openApp(choose: (profiles: Profiles) => Promise<string>): Promise<OpenedApp> {
  const profiles = new Profiles()
  const name = await profiles.currentBook(choose)
  const book = await openDexieBook(name)
  let running: Promise<Running> | null = null

  const wipe = async () => {
    const { emptyBook } = await import('./empty-book.ts')
    await emptyBook(book)
    await profiles.wipe(name, Date.now())
    location.replace('/')
  }
  const run = (): Promise<Running> => {
    running ??= import('./start-replica.ts').then(({ startReplica }) => startReplica({ book, wipe }))
    running.catch(() => (running = null)) // nobody enrolled yet: asked again when somebody is
    return running
  }
  const commands = fetchedWhenAsked<Commands>(
    async () => (await import('./book-commands.ts')).bookCommands({ book, running: run, saving, profiles }),
    // A browser asks the person about keeping the book only while it still sees the press.
    {
      newRecordId: newId,
      newSlug,
      askToPersist: async () => (await navigator.storage?.persist?.()) ?? false,
    },
  )
  const online = fetchedWhenAsked<OnlineCommands>(async () =>
    (await import('./online/online-commands.ts')).onlineCommands({
      book,
      enrolled: async () => void (await run()),
      changed: () => void run().then(({ sync }) => sync.want()),
    }),
  )

  return {
    queries: liveQueries(book),
    commands,
    online,
    drafts: {
      open: async (scope, record) => (await run()).drafts.open(scope, record),
      recoverAll: async () => (await run()).drafts.recoverAll(),
    },
    start: () => {
      const stopWatching = watchStatus(book)
      void startIfEnrolled(book, run)
      return () => {
        stopWatching()
        void running?.then(({ stop }) => stop())
      }
    },
  }
}

async function startIfEnrolled(book: DexieBook, run: () => Promise<Running>): Promise<void> {
  if (await metaOf(book, 'identity')) await run()
}

/** Around every write: "saved" is said only after it, and a disk that refuses is said too. */
async function saving<T>(write: () => Promise<T>): Promise<T> {
  const { sync, wrote } = useStatusStore()
  sync.saving = true
  try {
    const written = await write()
    wrote('book', null, Date.now())
    return written
  } catch (why) {
    if (why instanceof CannotSave) wrote('book', why.why)
    throw why
  } finally {
    sync.saving = false
  }
}
