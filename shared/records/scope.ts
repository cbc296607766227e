import { idSchema, type PersonId, type UnitId } from './ids.ts'
import * as v from 'valibot'

/** A scope is the unit of reading, of order (one counter) and of sync. */
export type ScopeId =
  | `cell/${UnitId}`
  | `office/${UnitId}`
  | `own/${PersonId}`
  | `bridge/${UnitId}`
  | `commune/${UnitId}`
  | `desk/${UnitId}`

export const SCOPE_KINDS = ['cell', 'office', 'own', 'bridge', 'commune', 'desk'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

export const cellScope = (unit: UnitId): ScopeId => `cell/${unit}`
export const officeScope = (unit: UnitId): ScopeId => `office/${unit}`
export const bridgeScope = (unit: UnitId): ScopeId => `bridge/${unit}`
export const ownScope = (person: PersonId): ScopeId => `own/${person}`

/** Splits a scope's name, or answers null when it is not one. */
export function parseScope(text: string): { kind: ScopeKind; id: string } | null {
  const slash = text.indexOf('/')
  if (slash < 0) return null
  const kind = SCOPE_KINDS.find((k) => k === text.slice(0, slash))
  const id = text.slice(slash + 1)
  return kind && v.is(idSchema, id) ? { kind, id } : null
}

export const scopeSchema = v.custom<ScopeId>((x) => typeof x === 'string' && parseScope(x) !== null)
