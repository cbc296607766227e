import type { Command } from 'prosemirror-state'
import type { BlockKind } from '#shared/records/content.ts'
import { kindInSelection, moveDepth, toggleBold, toggleItalic } from './block-commands.ts'
import { schema } from './schema.ts'
import { addColumn, addRow, insertTable, removeColumn, removeRow, tableAt } from './table-commands.ts'
import type { TextEditor } from './text-editor.ts'

type ToolName = 'shallower' | 'deeper' | 'bold' | 'italic' | 'table' | 'undo' | 'redo'
type TableToolName = 'addRow' | 'addColumn' | 'removeRow' | 'removeColumn'

export type Tool<Name extends string = string> = { name: Name; use(editor: TextEditor): void }

export type ToolStates = {
  kind: BlockKind | null | undefined
  inTable: boolean
  pressed: Partial<Record<ToolName, boolean>>
  usable: Record<ToolName, boolean>
}

const COMMANDS = {
  shallower: moveDepth(-1),
  deeper: moveDepth(1),
  bold: toggleBold,
  italic: toggleItalic,
  table: insertTable,
} as const satisfies Partial<Record<ToolName, Command>>

const command = <Name extends string>(name: Name, run: Command): Tool<Name> => ({
  name,
  use: (editor) => editor.run(run),
})

export const TOOLS: readonly Tool<ToolName>[] = [
  command('shallower', COMMANDS.shallower),
  command('deeper', COMMANDS.deeper),
  command('bold', COMMANDS.bold),
  command('italic', COMMANDS.italic),
  command('table', COMMANDS.table),
  { name: 'undo', use: (editor) => void editor.bursts.undo() },
  { name: 'redo', use: (editor) => void editor.bursts.redo() },
]

export const TABLE_TOOLS: readonly Tool<TableToolName>[] = [
  command('addRow', addRow),
  command('addColumn', addColumn),
  command('removeRow', removeRow),
  command('removeColumn', removeColumn),
]

export function toolStates({ state, bursts }: TextEditor): ToolStates {
  const { from, $from, to, empty } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  const has = (mark: 'bold' | 'italic'): boolean =>
    empty ? Boolean(schema.marks[mark].isInSet(marks)) : state.doc.rangeHasMark(from, to, schema.marks[mark])
  const can = (name: keyof typeof COMMANDS): boolean => COMMANDS[name](state)
  return {
    kind: kindInSelection(state),
    inTable: tableAt(state) !== null,
    pressed: { bold: has('bold'), italic: has('italic') },
    usable: {
      shallower: can('shallower'),
      deeper: can('deeper'),
      bold: can('bold'),
      italic: can('italic'),
      table: can('table'),
      undo: bursts.canUndo,
      redo: bursts.canRedo,
    },
  }
}
