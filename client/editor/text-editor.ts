import { keymap } from 'prosemirror-keymap'
import { EditorState, Plugin, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import {
  backspace,
  deleteForward,
  enter,
  everything,
  moveDepth,
  toggleBold,
  toggleItalic,
} from './block-commands.ts'
import { Bursts } from './bursts.ts'
import { aroundDerived, derivedBox } from './derived-part.ts'
import { isFilled, withFiller } from './filler.ts'
import { pasteParser, tooMuchIn, withoutStyles } from './paste.ts'
import { partMarks, type PartMark } from './part-marks.ts'
import type { Remark } from './remarks.ts'
import { firstWords } from './company-words.ts'
import { nextCell } from './table-commands.ts'
import { say } from './words.ts'
import type { OpenDraft } from '#client/data/drafts.ts'

/** What the app's head and the tools cover, in pixels: the caret is scrolled out from behind them. */
const BEHIND_BARS = { top: 96, right: 0, bottom: 180, left: 0 }

export interface DraftEditorParts {
  place: HTMLElement
  draft: OpenDraft
  told: {
    changed(): void
    joined(): void
    closed(): void
    /** So much was to be pasted that nothing was. */
    tooMuch(): void
  }
}

/** The editor of one open draft, without any frame around it. */
export class TextEditor {
  readonly bursts: Bursts
  readonly #view: EditorView
  /** What is said of parts, by their names: places move while one types. */
  #remarks: readonly (readonly [name: string, text: string])[] = []
  #company: readonly string[] = []
  #roomy: readonly string[] = []

  constructor({ place, draft, told }: DraftEditorParts) {
    this.bursts = new Bursts(draft, told)
    /** Before the text is read: the clipboard still holds it, and the draft stays as it is. */
    const refusedIfTooMuch = (event: Event, data: DataTransfer | null): boolean => {
      if (!tooMuchIn(data)) return false
      event.preventDefault()
      told.tooMuch()
      return true
    }
    const state = EditorState.create({
      doc: this.bursts.start,
      plugins: [
        ...[keys(this.bursts), this.bursts.plugin, filling(), aroundDerived()],
        partMarks(() => this.#marks()),
      ],
    })
    this.#view = new EditorView(
      { mount: place },
      {
        state,
        attributes: {
          class: 'sheet-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': say('text'),
          lang: 'vi',
          spellcheck: 'false',
          autocapitalize: 'sentences',
          autocorrect: 'off',
        },
        handleDOMEvents: {
          paste: (_, event) => refusedIfTooMuch(event, event.clipboardData),
          drop: (_, event) => refusedIfTooMuch(event, event.dataTransfer),
        },
        clipboardParser: pasteParser,
        transformPastedHTML: withoutStyles,
        nodeViews: {
          derived: ({ attrs }) => ({ dom: derivedBox(String(attrs['kind'])), ignoreMutation: () => true }),
        },
        scrollMargin: BEHIND_BARS,
        scrollThreshold: BEHIND_BARS,
      },
    )
    draft.show(this.bursts)
  }

  get state(): EditorState {
    return this.#view.state
  }

  run(command: Command): void {
    command(this.#view.state, (tr) => this.#view.dispatch(tr), this.#view)
    this.#view.focus()
  }

  remark(remarks: readonly Remark[]): void {
    this.#remarks = remarks.flatMap(({ index, text }) => {
      const name = this.bursts.nameAt(index)
      return name === null ? [] : [[name, text] as const]
    })
    this.#drawMarks()
  }

  /** Others write here too, with their carets in these parts. */
  company(names: readonly string[]): void {
    this.#company = names
    this.#drawMarks()
  }

  /** Leaves room under these parts, for buttons that stand over the sheet and not in the text. */
  makeRoom(names: readonly string[]): void {
    this.#roomy = names
    this.#drawMarks()
  }

  /** Where a part ends, in pixels from the top of what the sheet stands in; null when it is not here. */
  endOf(name: string): number | null {
    const dom = this.#domOf(name)
    return dom && dom.offsetTop + dom.offsetHeight
  }

  /** Brings a part into sight. */
  show(name: string): void {
    this.#domOf(name)?.scrollIntoView({ block: 'center' })
  }

  /** Name of the part the caret is in; null when the document does not have it yet. */
  get caretIn(): string | null {
    return this.bursts.nameAt(this.state.selection.$head.index(0))
  }

  #domOf(name: string): HTMLElement | null {
    const index = this.bursts.placeOf(name)
    const { doc } = this.state
    if (index === null || index >= doc.childCount) return null
    let pos = 0
    for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize
    const dom = this.#view.nodeDOM(pos)
    return dom instanceof HTMLElement ? dom : null
  }

  /** First words of a part; null when it is not here, or has none. */
  wordsAt(name: string): string | null {
    const index = this.bursts.placeOf(name)
    const node = index === null ? null : this.state.doc.maybeChild(index)
    return node && firstWords(node.textBetween(0, node.content.size, ' '))
  }

  #marks(): PartMark[] {
    const at = (name: string, attributes: PartMark['attributes']): PartMark[] => {
      const index = this.bursts.placeOf(name)
      return index === null ? [] : [{ index, attributes }]
    }
    const remarked = this.#remarks.map(
      ([name, text]) => [name, { class: 'changed-away', 'data-remark': text }] as const,
    )
    const present = this.#company.map((name) => [name, { class: 'also-here' }] as const)
    const roomy = this.#roomy.map((name) => [name, { class: 'has-mark' }] as const)
    return [...remarked, ...present, ...roomy].flatMap(([name, attributes]) => at(name, attributes))
  }

  /** Marks are drawn with every change of the text; a word that is being composed is not touched for them alone. */
  #drawMarks(): void {
    if (!this.#view.composing) this.#view.dispatch(this.#view.state.tr)
  }

  /** What is on screen is in the document afterwards; the view is gone. */
  stop(): void {
    this.bursts.stop()
    this.#view.destroy()
  }
}

function keys(bursts: Bursts): Plugin {
  const undo: Command = () => bursts.undo()
  const redo: Command = () => bursts.redo()
  const tab =
    (by: 1 | -1): Command =>
    (state, dispatch, view) =>
      nextCell(by)(state, dispatch, view) || (inList(state) && moveDepth(by)(state, dispatch, view))
  return keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleBold,
    'Mod-i': toggleItalic,
    'Mod-a': everything,
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: deleteForward,
    'Mod-Delete': deleteForward,
    Tab: tab(1),
    'Shift-Tab': tab(-1),
  })
}

/** Tab leaves the editor, except in a list or table, where everybody expects it to move inwards. */
function inList({ selection: { $from } }: EditorState): boolean {
  const kind: unknown = $from.parent.attrs['kind']
  return kind === 'bullet' || kind === 'number'
}

/** There is always a line to type in. */
function filling(): Plugin {
  return new Plugin({
    appendTransaction(_transactions, _before, { doc, tr }) {
      const full = withFiller(doc)
      return full !== doc && isFilled(full)
        ? tr.insert(doc.content.size, full.child(full.childCount - 1))
        : null
    },
  })
}
