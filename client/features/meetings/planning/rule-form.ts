import type { Schedule } from '#shared/records/schedule.ts'

/** What is typed while the rule is set; empty texts are nothing yet. */
export type RuleForm = { day: string; hour: string; place: string; months: number[]; harvestHour: string }

export const typedOf = ({ day, hour, place, harvest }: Schedule): RuleForm => ({
  ...{ day: String(day), hour, place },
  months: [...(harvest?.months ?? [])],
  harvestHour: harvest?.hour ?? '',
})

/** The rule somebody typed, or null while something is missing. */
export function ruleIn({ day, hour, place, months, harvestHour }: RuleForm) {
  const inHarvest = months.length > 0
  if (hour === '' || place.trim() === '' || (inHarvest && harvestHour === '')) return null
  const inOrder = months.toSorted((a, b) => a - b)
  return {
    ...{ day: Number(day), hour, place },
    ...(inHarvest ? { harvest: { months: inOrder, hour: harvestHour } } : {}),
  }
}
