import { enrol } from './vi/enrol.ts'
import { wordsOf } from './words.ts'

const t = wordsOf('enrol', enrol)

/** What everybody is told before this device keeps anything. */
export const fivePoints = (): string[] =>
  (['what', 'who', 'limits', 'speech', 'object'] as const).map((point) => t(`five.${point}`))
