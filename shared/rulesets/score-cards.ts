/** How a sub-point comes about: counted from the meeting's own data, or given by hand. */
export type SubHow =
  | 'duration'
  | 'attendance'
  | 'absences'
  | 'draft'
  | 'committee'
  | 'notice'
  | 'papersBefore'
  | 'steps'
  | 'praise'
  | 'speakers'
  | 'minuteBook'
  | 'sumsUp'
  | 'results'
  | 'adopted'
  | 'tasks'
  | 'papersAfter'
  | 'hand'

export type SubPoint = { id: string; max: number; how: SubHow }
export type Criterion = { id: string; max: number; subs: readonly SubPoint[] }
export const GRADES = ['good', 'fair', 'average', 'poor'] as const
export type Grade = (typeof GRADES)[number]

export type ScoreCard = {
  id: string
  validFrom: string
  source: string
  confidence: 'V' | 'L'
  criteria: readonly Criterion[]
  /** Least points of each grade, best first. */
  grades: readonly (readonly [least: number, grade: Grade])[]
}

const sub = (id: string, max: number, how: SubHow): SubPoint => ({ id, max, how })

/** Seven criteria, a hundred points, of the meeting, never of a person. Sub-points as one commune splits them. */
export const CARD_2025: ScoreCard = {
  id: '42-hd-2025',
  validFrom: '2025-10-28',
  source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025, điểm thành phần theo cách chia của một đảng ủy (An Phú)',
  confidence: 'L',
  criteria: [
    { id: '1', max: 5, subs: [sub('1.1', 5, 'duration')] },
    { id: '2', max: 5, subs: [sub('2.1', 4, 'attendance'), sub('2.2', 1, 'absences')] },
    {
      id: '3',
      max: 10,
      subs: [
        sub('3.1', 3, 'hand'),
        sub('3.2', 2, 'draft'),
        sub('3.3', 2, 'committee'),
        sub('3.4', 1, 'notice'),
        sub('3.5', 2, 'papersBefore'),
      ],
    },
    {
      id: '4',
      max: 40,
      subs: [
        sub('4.1', 5, 'steps'),
        sub('4.2', 10, 'hand'),
        sub('4.3', 5, 'hand'),
        sub('4.4', 2, 'praise'),
        sub('4.5', 5, 'speakers'),
        sub('4.6', 1, 'minuteBook'),
        sub('4.7', 1, 'hand'),
        sub('4.8', 1, 'hand'),
        sub('4.9', 2, 'hand'),
        sub('4.10', 4, 'hand'),
        sub('4.11', 3, 'hand'),
        sub('4.12', 1, 'sumsUp'),
      ],
    },
    {
      id: '5',
      max: 5,
      subs: [sub('5.1', 1, 'hand'), sub('5.2', 2, 'hand'), sub('5.3', 1, 'hand'), sub('5.4', 1, 'hand')],
    },
    { id: '6', max: 30, subs: [sub('6.1', 30, 'results')] },
    {
      id: '7',
      max: 5,
      subs: [sub('7.1', 2, 'adopted'), sub('7.2', 2, 'tasks'), sub('7.3', 1, 'papersAfter')],
    },
  ],
  grades: [
    [90, 'good'],
    [70, 'fair'],
    [50, 'average'],
    [0, 'poor'],
  ],
}

const CARDS: readonly ScoreCard[] = [CARD_2025]
export const cardNamed = (id: string): ScoreCard => CARDS.find((card) => card.id === id) ?? CARD_2025
/** The card in force on a day: the newest that had begun by then. */
export const cardOn = (day: string): ScoreCard =>
  CARDS.findLast(({ validFrom }) => validFrom <= day) ?? CARD_2025
