import type { UnitId } from '#shared/records/ids.ts'
import {
  bridgeScope,
  cellScope,
  officeScope,
  ownScope,
  type ScopeId,
  type ScopeKind,
} from '#shared/records/scope.ts'
import { may } from './permissions.ts'
import type { Standing } from './standing.ts'

/** [P2, P3, P80] Whether somebody reads the scopes of this kind in the unit of his standing. */
export function mayRead(kind: ScopeKind, standing: Standing): boolean {
  if (kind === 'cell') return may('readCell', standing)
  if (kind === 'bridge') return may('readBridge', standing)
  return kind === 'office' && may('readOffice', standing)
}

/** [P2, P3, P80] The scopes a person reads, from what he is in each of his cells. Nothing else is ever answered to him. */
export function scopesOf(standings: readonly Standing[], cells: ReadonlySet<UnitId>): ScopeId[] {
  const scopes: ScopeId[] = []
  for (const s of standings) {
    if (!cells.has(s.unit)) continue
    if (mayRead('cell', s)) scopes.push(cellScope(s.unit))
    if (mayRead('office', s)) scopes.push(officeScope(s.unit))
    if (mayRead('bridge', s)) scopes.push(bridgeScope(s.unit))
  }
  const first = standings[0]
  if (first) scopes.push(ownScope(first.person))
  return scopes
}
