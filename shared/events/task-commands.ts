import * as v from 'valibot'
import { pictureSchema, type Picture } from '#shared/records/attachment.ts'
import { idSchema } from '#shared/records/ids.ts'
import { daySchema, type Day } from '#shared/records/local-time.ts'
import { monthSchema } from '#shared/records/resolution.ts'
import { MOST_PICTURES, REPEATS, type ClearField, type Task } from '#shared/records/task.ts'
import { oneLine, severalLines } from '#shared/records/words.ts'

const words = severalLines(2000)
const repeat = v.picklist(REPEATS)
const clear = oneLine(300)

export const taskCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('assignTask'),
    title: oneLine(1000),
    owner: idSchema,
    deadline: v.exactOptional(daySchema),
    repeat: v.exactOptional(repeat),
    reportIn: v.exactOptional(monthSchema),
    responsibility: v.exactOptional(clear),
    product: v.exactOptional(clear),
    authority: v.exactOptional(clear),
    from: v.exactOptional(
      v.object({
        meeting: v.exactOptional(idSchema),
        resolution: v.exactOptional(idSchema),
        line: v.exactOptional(oneLine(1000)),
      }),
    ),
  }),
  v.object({
    do: v.literal('changeTask'),
    title: v.exactOptional(oneLine(1000)),
    owner: v.exactOptional(idSchema),
    deadline: v.exactOptional(v.nullable(daySchema)),
    repeat: v.exactOptional(v.nullable(repeat)),
    reportIn: v.exactOptional(v.nullable(monthSchema)),
    responsibility: v.exactOptional(v.nullable(clear)),
    product: v.exactOptional(v.nullable(clear)),
    authority: v.exactOptional(v.nullable(clear)),
  }),
  v.object({ do: v.literal('acceptTask') }),
  v.object({
    do: v.literal('reportProgress'),
    id: idSchema,
    text: words,
    pictures: v.exactOptional(v.pipe(v.array(pictureSchema), v.maxLength(MOST_PICTURES))),
  }),
  v.object({ do: v.literal('blockTask'), reason: oneLine(300) }),
  v.object({ do: v.literal('unblockTask') }),
  v.object({ do: v.literal('handOverTask'), to: idSchema, reason: v.exactOptional(oneLine(300)) }),
  /** `due` names the round it is said about, when it recurs [T10]. */
  v.object({ do: v.literal('finishTask'), result: words, due: v.exactOptional(daySchema) }),
  v.object({ do: v.literal('confirmTask'), due: v.exactOptional(daySchema) }),
  v.object({ do: v.literal('reopenTask'), reason: oneLine(300) }),
  v.object({ do: v.literal('carryTaskOver'), month: monthSchema }),
])
export type TaskCommand = v.InferOutput<typeof taskCommandSchema>

type Assigned = Pick<Task, 'title' | 'owner' | 'deadline' | 'repeat' | 'reportIn' | 'from' | ClearField>
type Changed = Omit<Extract<TaskCommand, { do: 'changeTask' }>, 'do'>

/** What happened to a task, by the name of the event. */
export type TaskFacts = {
  taskAssigned: Assigned
  taskChanged: Changed
  taskAccepted: Record<string, never>
  progressReported: { id: string; text: string; pictures?: readonly Picture[] }
  taskBlocked: { reason: string }
  taskUnblocked: Record<string, never>
  taskHandedOver: { to: string; reason?: string }
  taskFinished: { result: string }
  taskConfirmed: { due?: Day }
  taskReopened: { reason: string }
  taskCarriedOver: { month: string }
}
