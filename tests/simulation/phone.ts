import { Transform } from 'prosemirror-transform'
import { defaultDeleteFilter } from 'y-prosemirror'
import * as Y from 'yjs'
import { putIntoDocument, showDocument, type Shown } from '#client/editor/document-bridge.ts'
import type { DocumentSession } from '#client/data/document-session.ts'
import { Replica } from '#client/data/replica/replica.ts'
import { openDocument } from '#client/data/replica/documents.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { readContent } from '#shared/document/read.ts'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { ROOT } from '#shared/document/layout.ts'
import { contentText } from '#shared/records/content.ts'
import { cellScope } from '#shared/records/scope.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Chance } from './chance.ts'
import { edit } from './edits.ts'
import type { KeyPair } from './keys.ts'
import { verify } from './keys.ts'
import { Crash, MemoryBook } from './memory-book.ts'
import { marksCounted, type Words } from './words.ts'

const BURST = Symbol('burst')
type Open = { session: DocumentSession; shown: Shown; undo: Y.UndoManager; unsaved: Set<string> }

export type PhoneParts = {
  name: string
  cell: string
  identity: Identity
  keys: KeyPair
  chance: Chance
  words: Words
  clock: () => number
}

/** One simulated phone: the real replica on a disk that survives crashes, edited as a person would. */
export class Phone {
  readonly parts: PhoneParts
  readonly book = new MemoryBook()
  replica: Replica
  #open = new Map<RecordId, Open>()
  /** Wiped or forked: takes no part any more. */
  gone = false

  constructor(parts: PhoneParts) {
    this.parts = parts
    this.replica = this.#start()
  }

  get records(): RecordId[] {
    return [...this.#open.keys()]
  }

  /** The phone dies: what is not on disk is gone. */
  crash(): void {
    for (const { session } of this.#open.values()) session.close()
    this.#open.clear()
    this.replica = this.#start()
  }

  /** Runs something that may meet a crash. @returns whether it went through */
  async survives(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (why) {
      if (!(why instanceof Crash)) throw why
      this.crash()
      return false
    }
  }

  async write(record: RecordId): Promise<void> {
    const open = await this.#opened(record)
    const { chance, words, name } = this.parts
    if (chance.happens(0.06)) {
      this.#tracked(open, () => {
        open.undo.undo()
        open.shown = showDocument(open.session.doc)
      })
      return
    }
    const tr = new Transform(open.shown.node)
    for (let i = 1 + chance.below(3); i > 0; i--) edit(tr, chance, () => words.make(name))
    this.#tracked(open, () => {
      putIntoDocument(open.session.doc, tr.doc, open.shown.mapping, BURST)
      const written = showDocument(open.session.doc)
      if (written.node.textContent !== tr.doc.textContent)
        throw new Error('the document does not say what was put into it')
      open.shown = written
    })
  }

  async save(record: RecordId): Promise<void> {
    const open = this.#open.get(record)
    if (!open) return
    await this.replica.save(open.session)
    for (const mark of open.unsaved) this.#note(mark)
    open.unsaved.clear()
  }

  async closeDraft(record: RecordId): Promise<void> {
    const open = this.#open.get(record)
    if (!open) return
    await this.save(record)
    await this.replica.close(open.session)
    this.#open.delete(record)
  }

  /** Whether this person still reads the cell; a suspended member does not. */
  async reads(): Promise<boolean> {
    return (await this.book.get('cursors', [cellScope(this.parts.cell)])) !== undefined
  }

  /** Content of a record as a reader of this phone sees it. */
  async canonical(record: RecordId): Promise<string> {
    const doc = await openDocument(this.book, cellScope(this.parts.cell), record)
    return canonicalContent(readContent(doc))
  }

  async text(record: RecordId): Promise<string> {
    const doc = await openDocument(this.book, cellScope(this.parts.cell), record)
    return contentText(readContent(doc))
  }

  #start(): Replica {
    const { identity, keys, clock, chance } = this.parts
    const { book } = this
    const isFromServer = (signature: Uint8Array, bytes: Uint8Array) =>
      verify(identity.serverKey, signature, bytes)
    return new Replica({
      book,
      identity,
      clock,
      sign: keys.sign,
      isFromServer,
      isSignedBy: verify,
      announce: () => undefined,
      localNow: () => new Date(clock()).toISOString().slice(0, 16),
      newId: chance.id,
      newClientId: () => 1 + chance.below(0xfffffffe),
    })
  }

  async #opened(record: RecordId): Promise<Open> {
    const known = this.#open.get(record)
    if (known) return known
    const session = await this.replica.open({ scope: cellScope(this.parts.cell), record, kind: 'resolution' })
    const deleteFilter = (item: Y.Item) =>
      defaultDeleteFilter(item, new Set(['block', 'cell', 'row', 'table']))
    const undo = new Y.UndoManager(session.doc.getXmlFragment(ROOT), {
      captureTimeout: 0,
      trackedOrigins: new Set([BURST]),
      deleteFilter,
    })
    const open: Open = { session, shown: showDocument(session.doc), undo, unsaved: new Set() }
    session.show({
      midWord: false,
      flush: () => undefined,
      changed: () => {
        open.shown = showDocument(session.doc)
      },
      closed: () => {
        for (const mark of open.unsaved) this.#note(mark)
        undo.destroy()
        this.#open.delete(record)
      },
    })
    this.#open.set(record, open)
    return open
  }

  /** Notes which words somebody wrote and which he took away while seeing them. */
  #tracked(open: Open, change: () => void): void {
    const before = marksCounted(open.shown.node.textContent)
    change()
    const after = marksCounted(open.shown.node.textContent)
    // Of a word that a merge has doubled two people may each take one away while seeing both: each of them meant it.
    for (const [mark, times] of before)
      if ((after.get(mark) ?? 0) < times) this.parts.words.knowinglyDeleted.add(mark)
    for (const mark of after.keys()) if (!before.has(mark)) open.unsaved.add(mark)
  }

  #note(mark: string): void {
    const word = this.parts.words.all.get(mark)
    if (word) word.written = true
  }
}
