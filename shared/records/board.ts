/** [A15] A cell's public list of what it announces: whether it is open, and the last part of its address for ever. */
export type Board = { slug: string; open: boolean }

/** There is one in a cell, so its name needs no chance. */
export const BOARD_RECORD = 'notice-board'
