import * as v from 'valibot'
import { idSchema } from './ids.ts'

export const CELL_KINDS = ['village', 'administrative', 'publicService', 'enterprise', 'other'] as const
export const cellKindSchema = v.picklist(CELL_KINDS)
export type CellKind = v.InferOutput<typeof cellKindSchema>

export const unitNameSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
  v.minLength(2),
  v.maxLength(80),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}<>]+$/u),
)

/** A commune committee, or a cell below it. */
export const unitSchema = v.variant('kind', [
  v.object({ kind: v.literal('commune'), id: idSchema, name: unitNameSchema }),
  v.object({
    kind: v.literal('cell'),
    id: idSchema,
    name: unitNameSchema,
    cellKind: cellKindSchema,
    parent: idSchema,
  }),
])
export type Unit = v.InferOutput<typeof unitSchema>
