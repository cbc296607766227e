import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/**
 * [M1] The next regular meeting by the rule alone: the month's meeting day, today included.
 * @param today local day, `yyyy-mm-dd`
 */
export function nextMeetingDay(today: string, ruleset: Ruleset): string {
  const thisMonth = `${today.slice(0, 8)}${two(ruleset.meetingDay.value)}`
  if (today <= thisMonth) return thisMonth
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const next = month === 12 ? `${year + 1}-01` : `${year}-${two(month + 1)}`
  return `${next}-${two(ruleset.meetingDay.value)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
