import { COUNTRYSIDE_TOPICS } from './countryside.ts'
import { DIGITAL_TOPICS } from './digital.ts'
import { ENVIRONMENT_TOPICS } from './environment.ts'
import { EXAMPLE_TOPICS } from './example.ts'
import { PARTY_TOPICS } from './party.ts'
import { SECURITY_TOPICS } from './security.ts'
import { SOCIETY_TOPICS } from './society.ts'
import type { RuleValue } from '#shared/rulesets/ruleset.ts'
import type { Topic } from './topic.ts'
import { UNITY_TOPICS } from './unity.ts'
import { VILLAGE_TOPICS } from './village.ts'

/** Topics to begin with, for cells of villages; whoever chooses one may reword it. */
export const TOPIC_BANK: { id: string; validFrom: string; topics: readonly Topic[] } = {
  id: 'topics-2026',
  validFrom: '2026-11-25',
  topics: [
    ...EXAMPLE_TOPICS,
    ...PARTY_TOPICS,
    ...VILLAGE_TOPICS,
    ...COUNTRYSIDE_TOPICS,
    ...DIGITAL_TOPICS,
    ...ENVIRONMENT_TOPICS,
    ...SECURITY_TOPICS,
    ...SOCIETY_TOPICS,
    ...UNITY_TOPICS,
  ],
}

/** So many months a topic rests once it was treated. */
export const TOPIC_RESTS: RuleValue<{ months: number }> = {
  value: { months: 24 },
  source: 'Sổ Chi bộ',
  confidence: 'own',
}
