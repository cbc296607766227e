import { Plugin, Selection } from 'prosemirror-state'
import { derivedText } from '#client/i18n/derived-words.ts'

/** What stands in the sheet for a part that writes itself. */
export function derivedBox(kind: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'derived'
  box.dataset['kind'] = kind
  box.contentEditable = 'false'
  box.textContent = derivedText(kind)
  return box
}

/** A finger on such a part leads to the next line one can write in: the part itself is not written over. */
export function aroundDerived(): Plugin {
  return new Plugin({
    props: {
      handleClickOn(view, _pos, node, nodePos) {
        if (node.type.name !== 'derived') return false
        const { doc, tr } = view.state
        view.dispatch(tr.setSelection(Selection.near(doc.resolve(nodePos + node.nodeSize))))
        view.focus()
        return true
      },
    },
  })
}
