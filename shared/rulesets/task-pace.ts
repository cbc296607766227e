import type { RuleValue } from './ruleset.ts'

/** When a task that nobody says anything about becomes a matter: data, because no paper sets it and cells differ. */
export type TaskPace = {
  id: string
  validFrom: string
  /** Days without a word until it is amber, and until it is red. */
  silentDays: RuleValue<{ amber: number; red: number }>
}

const TASK_PACE_2026: TaskPace = {
  id: 'task-pace-2026',
  validFrom: '2025-10-28',
  silentDays: {
    value: { amber: 14, red: 31 },
    source: 'Sổ Chi bộ: nửa tháng, và quá một kỳ sinh hoạt không có tin; chưa có văn bản nào quy định',
    confidence: 'own',
  },
}

const ALL: readonly TaskPace[] = [TASK_PACE_2026]

/** The pace in force on a day (`yyyy-mm-dd`). */
export function taskPaceOn(day: string): TaskPace {
  return ALL.filter(({ validFrom }) => validFrom <= day).at(-1) ?? TASK_PACE_2026
}
