import { AN, BINH, CHI, DONG_MIT, OANH, SON, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

export const CALLERS = [
  'anonymous',
  'member',
  'secretary',
  'otherCell',
  'officer',
  'suspended',
  'revoked',
] as const
export type Caller = (typeof CALLERS)[number]

/** A house and a phone of everybody who may call; `anonymous` has none. */
export async function houseOfEverybody(): Promise<{
  house: TrialHouse
  phones: Record<string, TrialPhone | undefined>
}> {
  const house = await trialHouse()
  const phones: Record<string, TrialPhone | undefined> = {}
  const who = { member: BINH, secretary: AN, otherCell: CHI, officer: OANH, suspended: SON, revoked: BINH }
  for (const [name, person] of Object.entries(who)) {
    // A suspended member has no role, so nobody's demo link works for him: he had his phone before.
    if (person === SON) await house.book.direct(changeOf('official'), OANH)
    phones[name] = await house.letIn(person)
    if (person === SON) await house.book.direct(changeOf('suspended'), OANH)
  }
  await house.book.direct({ do: 'revokeDevice', device: phones['revoked']?.device ?? '' }, AN)
  return { house, phones }
}

const changeOf = (status: 'official' | 'suspended') =>
  ({ do: 'changePerson', unit: DONG_MIT, person: SON, name: 'Phạm Ngọc Sơn', status }) as const
