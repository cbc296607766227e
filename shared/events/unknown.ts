import type { RecordKind } from '#shared/records/event.ts'
import { no, type RecordKindRules } from './kind.ts'

/**
 * [S17] A kind of record that a newer app made. Nothing is decided about it; its events are kept as they are, and one row
 * says that it is there.
 */
export const rulesOfUnknown = (kind: string): RecordKindRules<true> => ({
  kind: kind as RecordKind,
  livesIn: 'cell',
  hasDocument: false,
  decide: () => no('unknownCommand'),
  fold: () => true,
  project: (record, _state, changedAt) => ({ kind: 'unknown', record, changedAt, of: kind }),
  writingRefusal: () => 'unknownCommand',
})
