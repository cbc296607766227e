import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model'
import { BLOCK_KINDS, DERIVED_KINDS, type BlockKind } from '#shared/records/content.ts'

/**
 * The flat schema (layout version 1). Content expressions are `*` so that no merge result is ever rejected; kind and
 * depth are attributes so that changing them keeps what others type into the block. `null` is the default and is not
 * written into the document.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: '(block | table | derived)*' },
    block: {
      content: 'text*',
      marks: 'bold italic',
      defining: true,
      attrs: { kind: { default: null }, depth: { default: null } },
      parseDOM: [
        { tag: 'p.block', priority: 60, getAttrs: ownAttributes },
        { tag: 'h1', attrs: { kind: 'heading', depth: null } },
        ...[2, 3, 4, 5, 6].map((n) => ({ tag: `h${n}`, attrs: { kind: 'heading', depth: n - 1 } })),
        { tag: 'p' },
      ],
      toDOM: (node): DOMOutputSpec => ['p', blockAttributes(node), 0],
    },
    table: {
      content: 'row*',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', ['tbody', 0]],
    },
    row: { content: 'cell*', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    cell: {
      content: 'block*',
      isolating: true,
      parseDOM: [{ tag: 'td' }, { tag: 'th' }],
      toDOM: () => ['td', 0],
    },
    derived: {
      atom: true,
      // A tap on it would choose it, and the next key write over it.
      selectable: false,
      attrs: { kind: { default: DERIVED_KINDS[0] } },
      parseDOM: [
        { tag: 'div.derived', getAttrs: (dom) => ({ kind: dom.dataset['kind'] ?? DERIVED_KINDS[0] }) },
      ],
      toDOM: (node): DOMOutputSpec => ['div', { class: 'derived', 'data-kind': String(node.attrs['kind']) }],
    },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

const DEEPEST = 8

export function kindOf(node: Node): BlockKind | null {
  return BLOCK_KINDS.find((kind) => kind === node.attrs['kind']) ?? null
}

export function depthOf(node: Node): number {
  const depth: unknown = node.attrs['depth']
  return typeof depth === 'number' ? depth : 0
}

export const atDepth = (depth: number): number | null => (depth > 0 ? Math.min(depth, DEEPEST) : null)

/** The look of a block is all in these, so that reading and writing share one sheet of styles. */
export function blockAttributes(node: Node): Record<string, string> {
  return { class: `block ${kindOf(node) ?? 'plain'}`, 'data-depth': String(depthOf(node)) }
}

function ownAttributes(dom: HTMLElement): { kind: BlockKind | null; depth: number | null } {
  const kind = BLOCK_KINDS.find((k) => dom.classList.contains(k)) ?? null
  return { kind, depth: atDepth(Math.trunc(Number(dom.dataset['depth'])) || 0) }
}
