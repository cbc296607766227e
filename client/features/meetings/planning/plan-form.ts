import type { MeetingType } from '#shared/records/meeting.ts'

/** What is typed while a meeting is planned; empty texts are nothing yet. */
export type PlanForm = {
  type: MeetingType
  when: string
  place: string
  topic: string
  /** Of the bank; '' or absent: the cell's own words. */
  topicId?: string
  /** Of a thematic meeting: questions, one a line, and who drafts. */
  guide?: string
  drafter?: string
  minutes: string
}

export const planKey = (unit: string): string => `plan-meeting:${unit}`

export const needsTopic = (type: MeetingType): boolean => type === 'thematic' || type === 'extraordinary'

/** Minutes somebody typed, or null when they are none of the allowed. */
export function minutesIn(typed: string, least: number, most: number): number | null {
  const minutes = Number(typed.trim())
  return typed.trim() !== '' && Number.isInteger(minutes) && minutes >= least && minutes <= most
    ? minutes
    : null
}

export const isWholeTime = (when: string): boolean => /T\d\d:\d\d$/u.test(when)
