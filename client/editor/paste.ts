import { DOMParser, type ParseOptions, type Slice } from 'prosemirror-model'
import { schema } from './schema.ts'

/**
 * Takes styles and handlers out of the text before the browser reads it: our policy forbids them even in a detached
 * tree, and every one would be reported. What a style said is read from `data-style`.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))
}

/**
 * Most characters taken from the clipboard at once (some eighty pages), and in one paragraph (some twenty without a line
 * break): beyond that no phone stays fluent.
 */
export const MOST_PASTED = { all: 200_000, paragraph: 60_000 } as const

export function tooMuchIn(data: Pick<DataTransfer, 'getData'> | null): boolean {
  const plain = data?.getData('text/plain') ?? ''
  const text = plain || (data?.getData('text/html') ?? '')
  return (
    text.length > MOST_PASTED.all || plain.split(/\r?\n/u).some((line) => line.length > MOST_PASTED.paragraph)
  )
}

const INNER_BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article'
const DEEPEST_LIST = 8

/**
 * Reads pasted HTML (already a detached tree: nothing in it runs) into the schema. Lists become flat items, what looks
 * bold or italic is marked so, everything else falls away.
 */
class PasteParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    for (const junk of dom.querySelectorAll('script, template, title, meta')) junk.remove()
    if (!dom.querySelector('[data-pm-slice]')) {
      flattenLists(dom)
      showMarks(dom)
    }
    return super.parseSlice(dom, options)
  }
}

export const pasteParser: DOMParser = new PasteParser(schema, DOMParser.fromSchema(schema).rules)

/** Every item becomes a block of its own behind the items around it, with its depth as an attribute. */
function flattenLists(dom: Element): void {
  for (const list of [...dom.querySelectorAll('ul, ol')].filter((l) => !l.parentElement?.closest('ul, ol')))
    list.replaceWith(...itemsOf(list, 0))
}

function itemsOf(list: Element, depth: number): Element[] {
  const kind = list.tagName === 'OL' ? 'number' : 'bullet'
  return [...list.children].flatMap((item) => {
    if (isList(item)) return itemsOf(item, depth + 1)
    const own = list.ownerDocument.createElement('p')
    own.className = `block ${kind}`
    own.dataset['depth'] = String(Math.min(depth, DEEPEST_LIST))
    const inner: Element[] = []
    takeWords(item, { own, inner, depth })
    return [own, ...inner]
  })
}

const isList = (node: globalThis.Node): node is Element => node.nodeName === 'UL' || node.nodeName === 'OL'

type Item = { own: Element; inner: Element[]; depth: number }

/** Paragraphs inside an item are its lines; lists inside it are deeper items. */
function takeWords(from: Element, item: Item): void {
  for (const child of [...from.childNodes]) {
    if (isList(child)) item.inner.push(...itemsOf(child, item.depth + 1))
    else if (child instanceof Element && child.matches(INNER_BLOCKS)) takeWords(child, item)
    else item.own.append(child)
  }
}

/** Word processors say bold by style: in a detached tree under our policy only the attribute's text tells. */
function showMarks(dom: Element): void {
  for (const element of dom.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset['style'] ?? ''
    if (/font-weight:\s*(?:normal|[1-4]00)/i.test(style) && /^(?:B|STRONG)$/.test(element.tagName))
      element.replaceWith(...element.childNodes)
    else if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) wrapWords(element, 'strong')
    if (/font-style:\s*italic/i.test(style)) wrapWords(element, 'em')
  }
}

function wrapWords(element: HTMLElement, tag: 'strong' | 'em'): void {
  if (element.matches(INNER_BLOCKS) || element.querySelector(INNER_BLOCKS)) return
  const mark = element.ownerDocument.createElement(tag)
  mark.append(...element.childNodes)
  element.append(mark)
}
