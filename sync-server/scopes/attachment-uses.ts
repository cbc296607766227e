import { rulesOf } from '#shared/events/registry.ts'
import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { Change } from '#server/storage/storage.ts'
import type { RecordMemory } from './record-memory.ts'

/**
 * [F3, F10] What a record refers to, and what it referred to once and does not any more. Told with each change of the
 * record, so that it is right also after one was told twice.
 */
export function attachmentUses(memory: RecordMemory): Change[] {
  const { scope, record, kind, events, changedAt } = memory
  const rules = rulesOf(kind)
  if (!rules.attachments) return []
  const ever = new Map<string, AttachmentRef>()
  let now: readonly AttachmentRef[] = []
  let state: unknown = null
  for (const event of events) {
    state = rules.fold(state, event)
    now = state === null ? [] : rules.attachments(state)
    for (const ref of now) ever.set(ref.id, ref)
  }
  return [...ever.values()].map(({ id, media, size }) => {
    const endedAt = now.some((ref) => ref.id === id) ? null : changedAt
    return { put: 'attachmentUse', use: { scope, id, record, media, size, endedAt } }
  })
}
