import * as v from 'valibot'
import { clockTimeSchema } from '#shared/records/local-time.ts'
import { MEETING_RULE, type Schedule } from '#shared/records/schedule.ts'
import { oneLine } from '#shared/records/words.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const inOrder = (months: number[]): boolean =>
  months.every((month, i) => i === 0 || (months[i - 1] as number) < month)

export const scheduleCommandSchema = v.object({
  do: v.literal('setSchedule'),
  day: whole(1, 28),
  hour: clockTimeSchema,
  place: oneLine(160),
  harvest: v.optional(
    v.object({
      months: v.pipe(v.array(whole(1, 12)), v.minLength(1), v.maxLength(12), v.check(inOrder)),
      hour: clockTimeSchema,
    }),
  ),
})
export type ScheduleCommand = v.InferOutput<typeof scheduleCommandSchema>

/** [M4] Set as a whole, so that two who set it at once never mix their rules; the last one counts. */
export const scheduleRules: RecordKindRules<Schedule> = {
  kind: 'schedule',
  livesIn: 'cell',
  hasDocument: false,

  decide(state, raw, { record, standing }) {
    const parsed = v.safeParse(scheduleCommandSchema, raw)
    if (!parsed.success || record !== MEETING_RULE) return no('malformed')
    if (!may('setSchedule', standing)) return no('notAllowed')
    const { day, hour, place, harvest } = parsed.output
    const rule: Schedule = { day, hour, place, ...(harvest ? { harvest } : {}) }
    return state && isSame(state, rule) ? yes() : yes({ type: 'scheduleSet', v: 1, data: rule })
  },

  fold: (state, e) => (e.type === 'scheduleSet' ? (e.data as Schedule) : state),

  project: (record, rule, changedAt) => ({ kind: 'schedule', record, changedAt, ...rule }),

  writingRefusal: () => 'notFound',
}

const isSame = (a: Schedule, b: Schedule): boolean =>
  a.day === b.day &&
  a.hour === b.hour &&
  a.place === b.place &&
  a.harvest?.hour === b.harvest?.hour &&
  String(a.harvest?.months) === String(b.harvest?.months)
