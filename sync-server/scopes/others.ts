import { rulesOf } from '#shared/events/registry.ts'
import type { CommandOp } from '#shared/protocol/batch.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { RecordMemory } from './record-memory.ts'
import type { ScopeMemory } from './scope-memory.ts'

/** States of the records a command rests on, as they stand before it; one of another kind counts as none [B12]. */
export async function othersFor(
  memory: ScopeMemory,
  record: RecordMemory,
  { kind, command }: CommandOp,
): Promise<ReadonlyMap<RecordId, unknown>> {
  const needed = rulesOf(kind).restsOn?.(record.state, command) ?? []
  const others = new Map<RecordId, unknown>()
  for (const other of needed) {
    const { kind: is, state } = await memory.record(other.record, other.kind)
    if (is === other.kind && state !== null) others.set(other.record, state)
  }
  return others
}
