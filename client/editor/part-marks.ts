import { Plugin, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** A part at the top of the text, by its place, and what is said of it. */
export type PartMark = { index: number; attributes: Readonly<Record<string, string>> }

/** Marks beside parts as decorations, never part of the text. Asked anew for every state: places move while one types. */
export function partMarks(marks: () => readonly PartMark[]): Plugin {
  return new Plugin({
    props: {
      decorations: (state) => {
        const wanted = marks()
        return wanted.length === 0 ? null : DecorationSet.create(state.doc, decorations(state, wanted))
      },
    },
  })
}

function decorations({ doc }: EditorState, marks: readonly PartMark[]): Decoration[] {
  const found: Decoration[] = []
  doc.forEach((node, offset, index) => {
    for (const { attributes } of marks.filter((mark) => mark.index === index))
      found.push(Decoration.node(offset, offset + node.nodeSize, { ...attributes }))
  })
  return found
}
