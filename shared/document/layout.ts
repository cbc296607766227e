import { BLOCK_KINDS, DERIVED_KINDS } from '#shared/records/content.ts'

/** Version of the layout below. A document begun with a newer one opens read-only, never stripped. */
export const SCHEMA_VERSION = 1

/** Name of the one root; anything else at the top of a document is refused. */
export const ROOT = 'content'

type Attribute = { values: readonly string[] } | { from: number; to: number }
type NodeLayout = {
  attributes: Readonly<Record<string, Attribute>>
  /** What may stand in it: node names, or `text`. */
  children: readonly string[]
}

/**
 * How content lies in Yjs. Flat on purpose: one block node whose attributes say heading, bullet, number and depth,
 * so that changing a block's kind keeps what others type into it. An absent attribute is the default.
 */
export const NODES: Readonly<Record<string, NodeLayout>> = {
  block: { attributes: { kind: { values: BLOCK_KINDS }, depth: { from: 1, to: 8 } }, children: ['text'] },
  table: { attributes: {}, children: ['row'] },
  row: { attributes: {}, children: ['cell'] },
  cell: { attributes: {}, children: ['block'] },
  derived: { attributes: { kind: { values: DERIVED_KINDS } }, children: [] },
}

/** What may stand at the top of a document. */
export const TOP: readonly string[] = ['block', 'table', 'derived']

export const MARKS: readonly string[] = ['bold', 'italic']

export function attributeIsSound(attribute: Attribute, value: unknown): boolean {
  if ('values' in attribute) return typeof value === 'string' && attribute.values.includes(value)
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= attribute.from && value <= attribute.to
  )
}
