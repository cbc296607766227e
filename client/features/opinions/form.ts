import type { OpinionOrigin, OpinionType } from '#shared/records/opinion.ts'

/** What is typed into the form of a new opinion; it outlives the tab. */
export type RaiseForm = {
  record: string
  type: OpinionType
  text: string
  origin: OpinionOrigin
  meeting: string
  forWhom: string
}

export const raiseKey = (unit: string): string => `opinion:${unit}`
export const isBegun = ({ text }: RaiseForm): boolean => text.trim() !== ''
