import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { emptyBlock, emptyCell } from './document-bridge.ts'
import { schema } from './schema.ts'

const START_ROWS = 3
const START_COLUMNS = 3

type Place = { table: Node; tablePos: number; row: number; column: number }

/** The table the caret is in, and where. */
export function tableAt({ selection: { $from } }: EditorState): Place | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type !== schema.nodes.table) continue
    return {
      table: $from.node(depth),
      tablePos: $from.before(depth),
      row: $from.index(depth),
      column: $from.depth > depth ? $from.index(depth + 1) : 0,
    }
  }
  return null
}

const row = (width: number): Node => schema.node('row', null, Array.from({ length: width }, emptyCell))

/** A table behind the block the caret is in, in place of that block when it is empty. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (tableAt(state) || $from.depth === 0) return false
  if (!dispatch) return true
  const table = schema.node(
    'table',
    null,
    Array.from({ length: START_ROWS }, () => row(START_COLUMNS)),
  )
  const block = $from.node(1)
  const at = $from.before(1)
  const replaced = block.isTextblock && block.content.size === 0
  const last = $from.index(0) === state.doc.childCount - 1
  const nodes = last ? [table, emptyBlock()] : [table]
  const start = replaced ? at : at + block.nodeSize
  const tr = state.tr.replaceWith(start, at + block.nodeSize, Fragment.fromArray(nodes))
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView())
  return true
}

export const addRow: Command = changeTable((tr, { table, tablePos, row: index }) => {
  const width = Math.max(1, table.maybeChild(0)?.childCount ?? 1)
  const at = rowStart(table, tablePos, index + 1)
  tr.insert(at, row(width))
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
})

export const addColumn: Command = changeTable((tr, { table, tablePos, column }) => {
  for (let r = table.childCount - 1; r >= 0; r--) {
    const here = table.child(r)
    tr.insert(
      cellStart(here, rowStart(table, tablePos, r), Math.min(column + 1, here.childCount)),
      emptyCell(),
    )
  }
})

/** Removing the last row or column removes the table. */
export const removeRow: Command = changeTable((tr, place) => {
  const { table, tablePos, row: index } = place
  if (table.childCount <= 1) return removeWhole(tr, place)
  const at = rowStart(table, tablePos, index)
  tr.delete(at, at + table.child(index).nodeSize)
  stayIn(tr, { ...place, row: Math.min(index, table.childCount - 2) })
})

export const removeColumn: Command = changeTable((tr, place) => {
  const { table, tablePos, column } = place
  if ((table.maybeChild(0)?.childCount ?? 0) <= 1) return removeWhole(tr, place)
  for (let r = table.childCount - 1; r >= 0; r--) {
    const cell = table.child(r).maybeChild(column)
    if (!cell) continue
    const at = cellStart(table.child(r), rowStart(table, tablePos, r), column)
    tr.delete(at, at + cell.nodeSize)
  }
  stayIn(tr, { ...place, column: Math.max(0, column - 1) })
})

/** Tab goes from cell to cell; behind the last one comes a new row. */
export const nextCell =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const place = tableAt(state)
    if (!place) return false
    const { table, tablePos, row: r, column } = place
    const width = table.child(r).childCount
    const to = r * width + column + by
    if (to < 0) return true
    if (to >= table.childCount * width) return addRow(state, dispatch)
    const target = table.child(Math.floor(to / width))
    const at = cellStart(target, rowStart(table, tablePos, Math.floor(to / width)), to % width)
    dispatch?.(state.tr.setSelection(inCell(state.doc.resolve(at + 1))).scrollIntoView())
    return true
  }

/** The caret stays in the table when the cell it was in goes. */
function stayIn(tr: Transaction, { tablePos, row: r, column }: Place): void {
  const table = tr.doc.nodeAt(tablePos)
  const here = table?.maybeChild(r)
  if (table && here) {
    const at = cellStart(here, rowStart(table, tablePos, r), Math.min(column, here.childCount - 1))
    tr.setSelection(inCell(tr.doc.resolve(at + 1)))
  }
}

const inCell = ($pos: ResolvedPos): TextSelection => {
  const found = TextSelection.near($pos)
  return found instanceof TextSelection ? found : TextSelection.create($pos.doc, $pos.pos)
}

function changeTable(edit: (tr: Transaction, place: Place) => void): Command {
  return (state, dispatch) => {
    const place = tableAt(state)
    if (!place) return false
    if (dispatch) {
      const { tr } = state
      edit(tr, place)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

function removeWhole(tr: Transaction, { table, tablePos }: Place): void {
  tr.delete(tablePos, tablePos + table.nodeSize)
}

function rowStart(table: Node, tablePos: number, index: number): number {
  let pos = tablePos + 1
  for (let i = 0; i < index; i++) pos += table.child(i).nodeSize
  return pos
}

function cellStart(row: Node, rowPos: number, index: number): number {
  let pos = rowPos + 1
  for (let i = 0; i < index; i++) pos += row.child(i).nodeSize
  return pos
}
