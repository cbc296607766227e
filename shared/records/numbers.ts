import type { PaperNumber } from './adoption.ts'

/** The one number register of a cell; its id is the same in every cell, so that two phones never begin two. */
export const NUMBERS = 'paper-numbers'

export type NumberRegister = { taken: readonly PaperNumber[] }
