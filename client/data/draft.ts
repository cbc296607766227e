import { ref, type Ref } from 'vue'
import type * as Y from 'yjs'
import { elementName } from '#shared/document/element-name.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { CannotSave, type PhoneBook } from '#client/data/book/book.ts'
import type { Replica } from '#client/data/replica/replica.ts'
import type { DocumentSession } from './document-session.ts'
import type { DraftView, OpenDraft } from './drafts.ts'
import type { Journal } from './journal.ts'
import { SavepointKeeper } from './savepoint.ts'
import type { OpenPresence, Presence } from './sync/presence.ts'

/** After so long without a key the unfinished word is flushed and everything saved, milliseconds. */
export const PAUSE = 2_000
/** After a finished word it need not be so long. */
export const SHORT_PAUSE = 1_000
/** Typing without a pause is saved so often. */
export const LONGEST_UNSAVED = 5_000
const TRY_AGAIN = 5_000

/** Told to whoever shows the three facts. "Saved" is said only after the strict commit. */
export interface DraftNews {
  saving(): void
  saved(at: Instant): void
  cannotSave(why: 'full' | 'blocked'): void
}

/** Told to whoever sends. */
export interface DraftWork {
  /** A burst of finished words lies in the document: while others write here too, it need not wait for a pause. */
  written(): void
  /** Something new lies in pending work. */
  toSend(): void
}

type Parts = {
  book: PhoneBook
  replica: Replica
  session: DocumentSession
  /** Null when none could be begun: nothing can be kept on this phone. */
  journal: Journal | null
  /** Begins one with the whole document. @throws CannotSave */
  journalAnew: () => Promise<Journal>
  together: boolean
  clock: () => Instant
  news: DraftNews
  work: DraftWork
  presence: Pick<Presence, 'open' | 'others'>
  /** Gives the lock back. */
  release: () => void
}

export class Draft implements OpenDraft {
  readonly doc: Y.Doc
  readonly together: boolean
  readonly trouble: Ref<null | 'full' | 'blocked'> = ref(null)
  readonly others: Presence['others']
  readonly #parts: Parts
  readonly #savepoint: SavepointKeeper
  #view: DraftView | null = null
  #here: OpenPresence | null = null
  #pause: ReturnType<typeof setTimeout> | undefined
  #unsavedSince: Instant | null = null
  /** "Saving" was said and "saved" not yet. */
  #owing = false
  /** Its editor has closed, and not everything could be saved yet. */
  #left = false
  #over = false
  #mending = false
  #journal: Journal | null

  constructor(parts: Parts) {
    this.#parts = parts
    this.doc = parts.session.doc
    this.together = parts.together
    this.#journal = parts.journal
    this.others = parts.presence.others
    const { book, session, clock } = parts
    const unfinished = () => this.#view?.unfinished() ?? null
    this.#savepoint = new SavepointKeeper({
      book,
      session,
      clock,
      unfinished,
      failed: (e) => this.#failed(e),
    })
    document.addEventListener('visibilitychange', this.#hidden)
    addEventListener('pagehide', this.#leaving)
    addEventListener('beforeunload', this.#unloading)
  }

  /** Left by its editor, but alive: its words lie in memory only, until there is room. */
  get waits(): boolean {
    return this.#left && !this.#over
  }

  /** Somebody opens it again before it could be saved. */
  takeUp(): void {
    this.#left = false
  }

  show(view: DraftView): void {
    const { session, presence } = this.#parts
    this.#view = view
    this.#here = presence.open(session.place.scope, session.place.record)
    session.show({
      get midWord() {
        return view.midWord
      },
      flush: () => view.flush(),
      changed: () => view.changed(),
      closed: () => this.#refused(),
    })
  }

  typed(): void {
    this.#savepoint.typed()
    this.#dirty(PAUSE)
  }

  written(): void {
    if (this.#over) return
    this.#dirty(SHORT_PAUSE)
    const { clock, work } = this.#parts
    if (clock() - (this.#unsavedSince ?? clock()) >= LONGEST_UNSAVED) void this.save()
    else work.written()
  }

  caretIn(element: Y.XmlElement | null): void {
    this.#here?.moved(element && elementName(element))
  }

  letIn(): void {
    this.#parts.session.letIn()
  }

  /** Puts everything on disk, strictly. A failure is told, and tried again. */
  async save(): Promise<void> {
    clearTimeout(this.#pause)
    if (this.#left) return this.close()
    const { replica, session, work } = this.#parts
    this.#unsavedSince = null
    try {
      if (await replica.save(session)) work.toSend()
      await this.#savepoint.drop()
      await this.#mendJournal()
      this.#saved()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Puts finished words on disk, as strictly, and leaves the unfinished one alone. */
  async cut(): Promise<void> {
    const { replica, session, work } = this.#parts
    if (this.#over || this.#left || this.trouble.value !== null) return // whoever has trouble tries again by himself
    try {
      if (!(await replica.saveFinished(session))) return
      this.#unsavedSince = null
      work.toSend()
      this.#saved()
    } catch (error) {
      this.#failed(error)
    }
  }

  async giveWithWords(...of: Parameters<OpenDraft['giveWithWords']>): Promise<Refusal | null> {
    const { replica, session, work } = this.#parts
    if (this.#over) return 'notFound'
    const refusal = await replica.giveWithWords(session, ...of)
    if (refusal === null) work.toSend()
    return refusal
  }

  /** @returns once everything is saved and put away, or could not be saved: then it stays alive and tries again */
  async close(): Promise<void> {
    if (this.#over) return
    const { replica, session, news, work, clock, release } = this.#parts
    this.#left = true
    this.#here?.leave()
    try {
      if (await replica.save(session)) work.toSend()
    } catch (error) {
      if (error instanceof CannotSave) return this.#failed(error)
      this.#stop()
      session.close()
      release()
      throw error
    }
    if (!this.#left || this.#over) return // taken up meanwhile, or another try was faster
    this.#stop()
    try {
      if (await replica.close(session)) work.toSend()
      await this.#savepoint.drop()
      await this.#journal?.end()
    } catch (error) {
      this.#told(error) // the journal stays listed; at the next start it is found to hold nothing new
    } finally {
      release()
    }
    if (this.#owing) news.saved(clock())
  }

  /** A journal that missed a burst while the phone was full could not be put together: it begins anew. */
  async #mendJournal(): Promise<void> {
    if (this.trouble.value === null || this.#mending) return
    this.#mending = true
    try {
      await this.#journal?.end()
      this.#journal = null
      this.#journal = await this.#parts.journalAnew()
    } finally {
      this.#mending = false
    }
  }

  #stop(): void {
    this.#over = true
    this.#here?.leave()
    clearTimeout(this.#pause)
    this.#savepoint.stop()
    document.removeEventListener('visibilitychange', this.#hidden)
    removeEventListener('pagehide', this.#leaving)
    removeEventListener('beforeunload', this.#unloading)
  }

  /** The server refused this session's work; the replica keeps its words. The journal goes once they are kept. */
  #refused(): void {
    this.#stop()
    this.#view?.closed()
    this.#view = null
    const { replica, session, release } = this.#parts
    const kept = replica.save(session) // waits its turn behind the receipt that refused
    void kept
      .then(() => this.#savepoint.drop())
      .then(() => this.#journal?.end())
      .catch((error: unknown) => this.#told(error))
      .finally(release)
  }

  /** Says so if nothing is left that is not on disk. */
  #saved(): void {
    const { session, news, clock } = this.#parts
    this.trouble.value = null
    if (!this.#owing || session.dirty || this.#view?.unfinished()) return
    this.#owing = false
    news.saved(clock())
  }

  #dirty(pause: number): void {
    if (this.#over) return
    this.#unsavedSince ??= this.#parts.clock()
    this.#owing = true
    this.#parts.news.saving()
    this.#saveIn(pause)
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.save(), ms)
  }

  #failed(error: unknown): void {
    this.#told(error)
    if (!this.#over) this.#saveIn(TRY_AGAIN)
  }

  #told(error: unknown): void {
    if (!(error instanceof CannotSave)) throw error
    this.trouble.value = error.why
    this.#parts.news.cannotSave(error.why)
  }

  /** The browser asks before a page goes whose words are nowhere else. */
  #unloading = (event: BeforeUnloadEvent): void => {
    if (this.trouble.value !== null && this.#owing) event.preventDefault()
  }

  #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#leaving()
  }

  /** The savepoint first: a flush begun now may not reach the disk any more. */
  #leaving = (): void => {
    this.#savepoint.now()
    void this.save()
  }
}
