/** Drawn on a 24 × 24 grid with round strokes, like all icons of the app; names stand beside or behind them. */
export const TOOL_ICONS = {
  deeper: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5l3.5 2.5L4 14.5',
  shallower: 'M4 5h16M11 10h9M11 14h9M4 19h16M7.5 9.5 4 12l3.5 2.5',
  bold: 'M7 4.5h6a3.6 3.6 0 0 1 0 7.3H7zM7 11.8h7a3.8 3.8 0 0 1 0 7.7H7z',
  italic: 'M10 4.5h8M6 19.5h8M14.5 4.5l-5 15',
  table: 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M9.3 5v14M14.7 5v14',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-4',
  redo: 'M15.5 5 20 9.5 15.5 14M20 9.5H10a5 5 0 0 0 0 10h4',
  addRow: 'M4 5h16v6H4zM12 14v7M8.5 17.5h7',
  addColumn: 'M5 4h6v16H5zM14 12h7M17.5 8.5v7',
  removeRow: 'M4 5h16v6H4zM8.5 17.5h7',
  removeColumn: 'M5 4h6v16H5zM14 12h7',
} as const

export type ToolIcon = keyof typeof TOOL_ICONS
