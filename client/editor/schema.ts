import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model'
import { BLOCK_KINDS, DERIVED_KINDS } from '#shared/records/content.ts'

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
      group: 'block',
      defining: true,
      attrs: { kind: { default: null }, depth: { default: null } },
      parseDOM: [
        ...[1, 2, 3].map((n) => ({
          tag: `h${n}`,
          attrs: { kind: 'heading', depth: n === 1 ? null : n - 1 },
        })),
        { tag: 'ul > li', attrs: { kind: 'bullet', depth: null } },
        { tag: 'ol > li', attrs: { kind: 'number', depth: null } },
        { tag: 'p', attrs: { kind: null, depth: null } },
        { tag: 'div', attrs: { kind: null, depth: null } },
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
      attrs: { kind: { default: DERIVED_KINDS[0] } },
      toDOM: (node): DOMOutputSpec => ['div', { class: 'derived', 'data-kind': String(node.attrs['kind']) }],
    },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

function blockAttributes(node: Node): Record<string, string> {
  const kind: unknown = node.attrs['kind']
  const depth: unknown = node.attrs['depth']
  const known = BLOCK_KINDS.find((k) => k === kind)
  return {
    class: known ? `block ${known}` : 'block',
    ...(typeof depth === 'number' ? { 'data-depth': String(depth) } : {}),
  }
}
