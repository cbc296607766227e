import type { RecordId } from './ids.ts'

/** The one chain of a cell's signed texts; its id is the same in every cell. */
export const SEALS = 'paper-seals'

/** One signed text in the order the server took them: hash of its content, and of everything up to it. 64 hex digits each. */
export type SealLink = { record: RecordId; hash: string; chain: string }
export type SealChain = { links: readonly SealLink[] }

/** How far somebody has seen a chain: how many links, and the hash of them all. */
export type Checkpoint = { count: number; chain: string }
