import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'

/** A remark about the part at a place of the text. */
export type Remark = { index: number; text: string }

const key = new PluginKey<DecorationSet>('awayMarks')

/** Remarks beside what others changed, as decorations: never part of the text. */
export function awayMarks(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, marks) {
        const remarks: readonly Remark[] | undefined = tr.getMeta(key)
        return remarks ? decorate(tr.doc, remarks) : marks.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

export const setRemarks = (tr: Transaction, remarks: readonly Remark[]): Transaction =>
  tr.setMeta(key, remarks)

function decorate(doc: Node, remarks: readonly Remark[]): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((node, offset, index) => {
    const here = remarks.filter((remark) => remark.index === index).map((remark) => remark.text)
    if (here.length === 0) return
    const attributes = { class: 'changed-away', 'data-remark': here.join(' · ') }
    decorations.push(Decoration.node(offset, offset + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, decorations)
}
