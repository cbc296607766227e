import * as v from 'valibot'
import { fileRefSchema } from './attachment.ts'
import { idSchema } from './ids.ts'
import { personNameSchema } from './person.ts'
import { PEOPLE_MATTERS } from './vote.ts'
import { oneLine, severalLines } from './words.ts'

/** What an item is for: the app offers at it what belongs there. `free` is everything else. */
export const ITEM_PARTS = [
  'opening',
  'minuteTaker',
  'attendance',
  'fees',
  'agenda',
  'report',
  'documents',
  'orientation',
  'superior',
  'response',
  'thematic',
  'discussion',
  'selfCriticism',
  'tasks',
  'resolution',
  'people',
  'score',
  'minutes',
  'closing',
  'free',
] as const
export type ItemPart = (typeof ITEM_PARTS)[number]

/** A paper of an item: its bytes are an attachment under this name. */
export const paperSchema = v.object({ file: fileRefSchema, name: oneLine(120) })
export type Paper = v.InferOutput<typeof paperSchema>

export const agendaItemSchema = v.object({
  id: idSchema,
  part: v.picklist(ITEM_PARTS),
  title: oneLine(200),
  /** Who presents it; absent while nobody is assigned. */
  presenter: v.optional(idSchema),
  /** Planned minutes. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240)),
  /** Questions to guide the discussion, or what to prepare. */
  guide: v.optional(severalLines(2000)),
  papers: v.optional(v.pipe(v.array(paperSchema), v.maxLength(10))),
  /** The draft it is about. */
  text: v.optional(idSchema),
  /** Of whom it speaks, when it is a matter of one person; and which matter. */
  person: v.optional(idSchema),
  matter: v.optional(v.picklist(PEOPLE_MATTERS)),
  /** His name where he stands in no roster: whoever puts him on the agenda tells the cell [O9]. */
  name: v.optional(personNameSchema),
})
export type AgendaItem = v.InferOutput<typeof agendaItemSchema>
