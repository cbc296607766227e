import * as Y from 'yjs'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { foldTouches } from '#server/scopes/fold-touches.ts'
import { contentOf, loadRecord, type RecordMemory } from '#server/scopes/record-memory.ts'
import type { Storage } from '#server/storage/storage.ts'

/** The same storage, only that nobody has written a snapshot. */
export function withoutSnapshots(storage: Storage): Storage {
  return new Proxy(storage, {
    get: (target, name) => {
      if (name === 'snapshot') return async () => null
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** [S13] Whether a record reads alike with its snapshot and from the log alone. Empty when it does. */
export async function snapshotComplaints(storage: Storage, scope: string, record: string): Promise<string[]> {
  const a = facts(await loadRecord(storage, scope, record, 'resolution'))
  const b = facts(await loadRecord(withoutSnapshots(storage), scope, record, 'resolution'))
  return Object.keys(a)
    .filter((name) => a[name] !== b[name])
    .map((name) => `${record}: the snapshot has another ${name} than the log`)
}

function facts(memory: RecordMemory): Record<string, string> {
  const doc = memory.document?.doc
  return {
    text: canonicalContent(contentOf(memory) ?? []),
    'state of its clients': JSON.stringify(
      doc ? [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort() : [],
    ),
    'list of who changed what': JSON.stringify(foldTouches(memory.touches)),
    'list of events': JSON.stringify(memory.events),
    state: JSON.stringify(memory.state),
    place: JSON.stringify([memory.kind, memory.createdSeq, memory.changedSeq, memory.changedAt]),
    'list of authors': JSON.stringify([...memory.authors]),
  }
}
