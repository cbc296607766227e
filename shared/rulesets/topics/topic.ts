/** Groups of thematic topics, in the order in which the guidance and the cells usually name them. */
export const TOPIC_GROUPS = [
  'example',
  'party',
  'village',
  'countryside',
  'digital',
  'environment',
  'security',
  'society',
  'unity',
] as const
export type TopicGroup = (typeof TOPIC_GROUPS)[number]

/**
 * [M70] A subject for a thematic meeting. Its `id` is kept in the meetings that treated it: it is never given to another
 * topic and never changed, while its words may be.
 */
export type Topic = {
  id: string
  group: TopicGroup
  title: string
  /** Why a rural cell would talk about it, in one or two sentences. */
  why: string
  /** Three to five, to guide the discussion. */
  questions: readonly string[]
  /** Months in which it is on people's minds anyway, 1 to 12; absent: any. */
  months?: readonly number[]
  /** Papers and customs it rests on; whoever drafts looks up which text is in force. */
  sources: readonly string[]
  /** Of the least sure of its sources; G: known to whoever wrote it, not looked up. */
  confidence: 'V' | 'L' | 'G'
}
