import { rulesOf } from '#shared/events/registry.ts'
import type { NewEvent } from '#shared/events/kind.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { RecordMemory } from './record-memory.ts'

/** [A2] A public link belongs to one record for ever, also after its page was withdrawn. */
export async function linkIsFree(
  storage: Storage,
  memory: RecordMemory,
  events: readonly NewEvent[],
): Promise<boolean> {
  const rules = rulesOf(memory.kind)
  if (!rules.publishes) return true
  const { record, kind } = memory
  const actor = { by: 'server' as const, cause: '' }
  let state = memory.state
  for (const event of events) state = rules.fold(state, { record, kind, actor, claimedAt: 0, ...event })
  const published = state === null ? null : rules.publishes(state)
  if (!published) return true
  const taken = await storage.publication(published.slug)
  return taken === null || taken.record === record
}
