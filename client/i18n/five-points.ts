import { enrol } from './vi/enrol.ts'
import { wordsOf } from './words.ts'

const POINTS = ['what', 'who', 'limits', 'speech', 'object'] as const

/** What everybody is told before this device keeps anything. */
export const fivePoints = (): string[] => {
  const t = wordsOf('enrol', enrol)
  return POINTS.map((point) => t(`five.${point}`))
}
