import * as v from 'valibot'
import { attachmentIdSchema } from './attachment.ts'
import { idSchema } from './ids.ts'
import { BLOCK_KINDS, DERIVED_KINDS, type Content } from './content.ts'

const runSchema = v.strictObject({
  text: v.string(),
  bold: v.exactOptional(v.literal(true)),
  italic: v.exactOptional(v.literal(true)),
  person: v.exactOptional(idSchema),
  beside: v.exactOptional(attachmentIdSchema),
})
const blockSchema = v.strictObject({
  part: v.literal('block'),
  kind: v.nullable(v.picklist(BLOCK_KINDS)),
  depth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
  runs: v.array(runSchema),
})
const partSchema = v.variant('part', [
  blockSchema,
  v.strictObject({ part: v.literal('table'), rows: v.array(v.array(v.array(blockSchema))) }),
  v.strictObject({ part: v.literal('derived'), kind: v.picklist(DERIVED_KINDS) }),
])

/** Content that came from elsewhere than a document of ours. */
export const contentSchema: v.GenericSchema<unknown, Content> = v.array(partSchema)
