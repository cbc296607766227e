import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  splitBlockAs,
  toggleMark,
} from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { BlockKind } from '#shared/records/content.ts'
import { atDepth, depthOf, kindOf, schema } from './schema.ts'

export const toggleBold: Command = toggleMark(schema.marks.bold)
export const toggleItalic: Command = toggleMark(schema.marks.italic)

/** The kind of the blocks in the selection; undefined when they differ or there is none. */
export function kindInSelection(state: EditorState): BlockKind | null | undefined {
  const kinds = new Set(blocksIn(state).map(({ node }) => kindOf(node)))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

export const setKind =
  (kind: BlockKind | null): Command =>
  (state, dispatch) =>
    change(state, dispatch, (tr, { node, pos }) => {
      if (kindOf(node) === kind) return
      tr.setNodeAttribute(pos, 'kind', kind)
      if (kind === null || kind === 'heading') tr.setNodeAttribute(pos, 'depth', null)
    })

export const moveDepth =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const blocks = blocksIn(state)
    if (!blocks.some(({ node }) => canMove(node, by))) return false
    return change(state, dispatch, (tr, { node, pos }) => {
      if (canMove(node, by)) tr.setNodeAttribute(pos, 'depth', atDepth(depthOf(node) + by))
    })
  }

const canMove = (node: Node, by: 1 | -1): boolean =>
  atDepth(depthOf(node) + by) !== atDepth(depthOf(node)) && depthOf(node) + by >= 0

/** Enter on an empty item of a list ends the list. */
const endList: Command = (state, dispatch) => {
  const block = emptyCursorBlock(state)
  if (!block || kindOf(block) === null) return false
  return depthOf(block) > 0 ? moveDepth(-1)(state, dispatch) : setKind(null)(state, dispatch)
}

/** A list goes on with the next item; after a heading comes a paragraph. */
const split: Command = splitBlockAs((node, atEnd) => ({
  type: schema.nodes.block,
  attrs: kindOf(node) === 'heading' && atEnd ? { kind: null, depth: null } : node.attrs,
}))

export const enter: Command = chainCommands(endList, createParagraphNear, split)

/** At the start of a list item or heading, the first step back makes it a paragraph; only the next one joins. */
const plainFirst: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.$cursor || selection.$cursor.parentOffset > 0)
    return false
  const block = selection.$cursor.parent
  if (kindOf(block) === null && depthOf(block) === 0) return false
  return depthOf(block) > 0 ? moveDepth(-1)(state, dispatch) : setKind(null)(state, dispatch)
}

export const backspace: Command = chainCommands(deleteSelection, plainFirst, joinBackward, selectNodeBackward)
export const deleteForward: Command = chainCommands(deleteSelection, joinForward, selectNodeForward)
export const everything: Command = selectAll

function emptyCursorBlock(state: EditorState): Node | null {
  const { $from, empty } = state.selection
  return empty && $from.parent.isTextblock && $from.parent.content.size === 0 ? $from.parent : null
}

type Placed = { node: Node; pos: number }

function blocksIn({ doc, selection }: EditorState): Placed[] {
  const blocks: Placed[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type === schema.nodes.block) blocks.push({ node, pos })
  })
  return blocks
}

function change(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  each: (tr: Transaction, block: Placed) => void,
): boolean {
  const blocks = blocksIn(state)
  if (blocks.length === 0) return false
  if (dispatch) {
    const { tr } = state
    for (const block of blocks) each(tr, block)
    dispatch(tr.scrollIntoView())
  }
  return true
}
