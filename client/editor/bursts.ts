import type { Node } from 'prosemirror-model'
import { Plugin, TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import type { DraftView, OpenDraft, Unfinished } from '#client/data/drafts.ts'
import { elementName } from '#shared/document/element-name.ts'
import { ROOT } from '#shared/document/layout.ts'
import { anchored, selectionOf, type AnchoredSelection } from './anchors.ts'
import { mappingTo, partOf, putIntoDocument, showDocument, topOf, type Mapping } from './document-bridge.ts'
import { FILLER, isFilled, withFiller, withoutFiller } from './filler.ts'
import {
  cameAtOnce,
  changeBetween,
  grown,
  isAway,
  isStructural,
  wordEnded,
  type Change,
  type Stretch,
} from './flush-decision.ts'
import { showChanges, type Keys } from './show-changes.ts'

/** Origin of everything this editor writes. */
export const BURST = Symbol('burst')

type Told = {
  /** Anything the toolbar shows may be different now. */
  changed(): void
  /** Blocks were joined or deleted. */
  joined(): void
  /** The server did not take this session's work. */
  closed(): void
}

/**
 * Keeps a Yjs document in step with an editor by bursts of final text. Vietnamese is typed by base letter, delete and
 * insert; written key by key the document would be four times as big. A flush writes from the editor's state and never
 * touches the view, so it is safe in the middle of a composition.
 */
export class Bursts implements DraftView {
  readonly plugin: Plugin
  readonly #draft: OpenDraft
  readonly #told: Told
  readonly #undo: Y.UndoManager
  #view: EditorView | null = null
  #mapping: Mapping
  #keys: Keys
  /** What the document says, as the editor shows it. */
  #written: Node
  #burst: Stretch | null = null
  #dirty = false
  #showing = false
  #selection: AnchoredSelection | null = null

  constructor(draft: OpenDraft, told: Told) {
    this.#draft = draft
    this.#told = told
    const shown = showDocument(draft.doc)
    this.#written = withFiller(shown.node)
    this.#mapping = shown.mapping
    this.#keys = keysOf(shown.elements, this.#written)
    this.#undo = undoOf(draft.doc)
    this.plugin = this.#makePlugin()
  }

  /** What to open the editor with. */
  get start(): Node {
    return this.#written
  }

  get midWord(): boolean {
    return this.#dirty || this.#composing
  }

  get canUndo(): boolean {
    return this.#dirty || this.#undo.canUndo()
  }

  get canRedo(): boolean {
    return !this.#dirty && this.#undo.canRedo()
  }

  flush(): void {
    const view = this.#view
    if (!view) return
    if (this.#dirty) this.#put(view.state.doc)
    this.#selection = anchored(view.state.selection, { node: view.state.doc, keys: this.#keys })
  }

  changed(): void {
    this.#show((selection, doc) => this.#selection && selectionOf(this.#selection, doc, selection))
  }

  closed(): void {
    this.#told.closed()
  }

  unfinished(): Unfinished | null {
    const view = this.#view
    if (!view || !this.#dirty) return null
    const now = view.state.doc
    const index = now.children.findIndex((child, i) => child !== this.#written.maybeChild(i))
    const part = now.maybeChild(index)
    if (!part) return null
    const key = this.#keys[index]
    const was = this.#written.maybeChild(index)
    return key instanceof Y.XmlElement
      ? { element: key, index, was: was && partOf(was), part: partOf(part) }
      : { element: null, index, was: null, part: partOf(part) }
  }

  undo(): boolean {
    return this.#step(() => this.#undo.undo())
  }

  redo(): boolean {
    return this.#step(() => this.#undo.redo())
  }

  /** Where a top-level part stands, by the name others know it by; null when it is not here, or not yet. */
  placeOf(name: string): number | null {
    const index = this.#keys.findIndex((key) => key instanceof Y.XmlElement && elementName(key) === name)
    return index < 0 ? null : index
  }

  /** The same the other way round. */
  nameAt(index: number): string | null {
    const key = this.#keys[index]
    return key instanceof Y.XmlElement ? elementName(key) : null
  }

  stop(): void {
    this.flush()
    this.#view = null
    this.#undo.destroy()
  }

  #makePlugin(): Plugin {
    return new Plugin({
      view: (view) => {
        this.#view = view
        return {
          update: (now, before) => {
            this.#typed(now.state, before)
            this.#tellCaret()
          },
        }
      },
      props: {
        handleDOMEvents: {
          compositionend: () => {
            // ProseMirror reads the composed text after this event.
            setTimeout(() => this.#composed())
            return false
          },
          focus: () => {
            this.#tellCaret()
            return false
          },
          blur: () => {
            this.flush()
            this.#draft.caretIn(null)
            return false
          },
        },
      },
    })
  }

  get #composing(): boolean {
    return this.#view?.composing ?? false
  }

  #composed(): void {
    if (!this.#view || this.#composing) return
    this.flush()
    this.#draft.letIn()
  }

  #tellCaret(): void {
    if (this.#showing || !this.#view?.hasFocus()) return
    const key = this.#keys[this.#view.state.selection.$head.index(0)]
    this.#draft.caretIn(key instanceof Y.XmlElement ? key : null)
  }

  #typed(now: EditorState, { doc: before }: EditorState): void {
    this.#told.changed()
    if (this.#showing || before === now.doc) return
    const change = changeBetween(before, now.doc)
    if (!change) return
    const structural = isStructural(before, now.doc, change)
    if (this.#dirty && (structural || (this.#burst && isAway(this.#burst, change)))) this.#put(before)
    this.#burst = grown(this.#burst, change)
    this.#dirty = true
    this.#draft.typed()
    if (structural || this.#isFinal(now.doc, change)) {
      this.#put(now.doc)
      setTimeout(() => this.midWord || this.#draft.letIn()) // not in the middle of an update of the view
    }
    if (structural && textblocks(now.doc) < textblocks(before)) this.#told.joined()
  }

  #isFinal(doc: Node, change: Change): boolean {
    return !this.#composing && (wordEnded(doc, change) || cameAtOnce(change))
  }

  /** One burst: the difference between the document and a state of the editor. */
  #put(node: Node): void {
    this.#dirty = false
    this.#burst = null
    if (!node.eq(this.#written)) {
      putIntoDocument(this.#draft.doc, withoutFiller(node), this.#mapping, BURST)
      this.#keys = keysOf(topOf(this.#draft.doc), node)
    }
    this.#written = node
    this.#draft.written()
  }

  #step(step: () => Y.UndoManager['currStackItem']): boolean {
    this.flush()
    if (!step()) return false
    this.#show((page, _doc, end) => (end === null ? null : near(page.node, end)))
    this.#draft.written()
    this.#view?.focus()
    return true
  }

  /** Shows what the document says now, by the least change. */
  #show(
    select: (page: { node: Node; keys: Keys }, doc: Y.Doc, end: number | null) => TextSelection | null,
  ): void {
    const view = this.#view
    if (!view) return
    const { doc } = this.#draft
    const shown = showDocument(doc)
    const node = withFiller(shown.node)
    const keys = keysOf(shown.elements, node)
    const { tr } = view.state
    const end = showChanges(tr, this.#keys, { node, keys })
    const selection = select({ node: tr.doc, keys }, doc, end)
    if (selection && !selection.eq(tr.selection)) tr.setSelection(selection)
    this.#showing = true
    try {
      view.dispatch(tr.setMeta('addToHistory', false).setMeta(SHOWN, true))
    } finally {
      this.#showing = false
    }
    this.#written = view.state.doc
    this.#mapping = mappingTo(withoutFiller(view.state.doc), shown)
    this.#keys = keys
    this.#tellCaret()
  }
}

/** Marks a transaction that only shows what the document already says. */
export const SHOWN = 'shown'

const keysOf = (elements: readonly Y.XmlElement[], node: Node): Keys =>
  isFilled(node) ? [...elements, FILLER] : elements

const near = (node: Node, pos: number): TextSelection | null => {
  const selection = TextSelection.near(node.resolve(pos), -1)
  return selection instanceof TextSelection ? selection : null
}

function textblocks(doc: Node): number {
  let n = 0
  doc.descendants((node) => {
    if (node.isTextblock) n++
    return !node.isTextblock
  })
  return n
}

/**
 * Each burst is one step back. What others wrote inside a block that a step would take away keeps the block: of our
 * nodes only an empty one is ever deleted.
 */
function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc.getXmlFragment(ROOT), {
    trackedOrigins: new Set([BURST]),
    captureTimeout: 0,
    deleteFilter: ({ content }) =>
      !(content instanceof Y.ContentType) ||
      !(content.type instanceof Y.AbstractType) ||
      content.type._length === 0,
  })
}
