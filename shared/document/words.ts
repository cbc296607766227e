import * as Y from 'yjs'

/**
 * The text that an update brings along, for work of which nothing was applied: what its author wrote in it, as it would
 * stand in the document. What he took back himself is left out; blocks, and places that do not touch, are parted by line
 * breaks. Empty for bytes that are no update.
 */
export function wordsOfUpdate(update: Uint8Array): string {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const lists = new Lists((id) => Y.isDeleted(ds, id))
    for (const struct of structs) if (struct instanceof Y.Item) lists.put(struct)
    return lists.words().trim()
  } catch {
    return ''
  }
}

/** One unit of length of an item: a character, a mark, or a block with a list of its own. */
type Unit = { text: string; holds: string | null; previous: Unit | null; next: Unit | null; list: List }
type List = { first: Unit | null; last: Unit | null }

/** Puts items where their origins say: one author's items come in the order he made them, so nothing concurs. */
class Lists {
  readonly #isDeleted: (id: Y.ID) => boolean
  readonly #units = new Map<string, Unit>()
  readonly #byParent = new Map<string, List>()
  /** Lists whose parent is not in the update, in the order they were begun. */
  readonly #tops: List[] = []

  constructor(isDeleted: (id: Y.ID) => boolean) {
    this.#isDeleted = isDeleted
  }

  put(item: Y.Item): void {
    const left = item.origin && this.#units.get(nameOf(item.origin))
    const right = item.rightOrigin && this.#units.get(nameOf(item.rightOrigin))
    const list = left?.list ?? right?.list ?? this.#listIn(item)
    // CASE 1: after something of this update → there. CASE 2: before something of it → there. CASE 3: a place of its own.
    let before = left ?? (right ? right.previous : list.last)
    for (let i = 0; i < item.length; i++) {
      const { client, clock } = item.id
      const id = Y.createID(client, clock + i)
      before = this.#add(list, before, this.#unitOf(item, id, i))
      this.#units.set(nameOf(id), before)
    }
  }

  words(): string {
    return this.#tops.reduce((words, list) => this.#read(list, words === '' ? '' : lineAfter(words)), '')
  }

  #read(list: List, before: string): string {
    let words = before
    for (let unit = list.first; unit; unit = unit.next) {
      if (unit.holds === null) {
        words += unit.text
        continue
      }
      const inner = this.#byParent.get(unit.holds)
      words = inner ? this.#read(inner, lineAfter(words)) : lineAfter(words)
    }
    return words
  }

  #unitOf({ content }: Y.Item, id: Y.ID, i: number): Pick<Unit, 'text' | 'holds'> {
    if (this.#isDeleted(id)) return { text: '', holds: null }
    if (content instanceof Y.ContentString) return { text: content.str[i] ?? '', holds: null }
    return { text: '', holds: content instanceof Y.ContentType ? nameOf(id) : null }
  }

  #listIn({ parent, origin, rightOrigin }: Y.Item): List {
    const beside = origin ?? rightOrigin
    const name = parent instanceof Y.ID ? nameOf(parent) : `${String(parent)} ${beside ? nameOf(beside) : ''}`
    const known = this.#byParent.get(name)
    if (known) return known
    const list: List = { first: null, last: null }
    this.#byParent.set(name, list)
    if (!this.#units.has(name)) this.#tops.push(list)
    return list
  }

  #add(list: List, before: Unit | null, { text, holds }: Pick<Unit, 'text' | 'holds'>): Unit {
    const next = before ? before.next : list.first
    const unit: Unit = { text, holds, list, previous: before, next }
    if (before) before.next = unit
    else list.first = unit
    if (next) next.previous = unit
    else list.last = unit
    return unit
  }
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`
const lineAfter = (words: string): string => (words === '' || words.endsWith('\n') ? words : `${words}\n`)
