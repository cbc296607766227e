import { disownedPlaces } from '#shared/events/deciding.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { doneAt } from '#shared/records/event.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Pending, StoredEvent, StoredRow } from './book/book.ts'
import type { EnteredView } from './views.ts'

type Known = {
  events: readonly StoredEvent[]
  rows: readonly StoredRow[]
  pending: readonly Pending[]
}

/** [N5] What others entered for a person and the server has taken, newest first. */
export function enteredForMe(person: PersonId, { events, rows, pending }: Known): EnteredView[] {
  return events
    .flatMap(({ scope, record, seq, event }): EnteredView[] => {
      const { actor, onBehalfOf, helper, kind } = event
      const words = rulesOf(kind).saidIn?.(event) ?? null
      if (onBehalfOf !== person || actor.by !== 'person' || words === null) return []
      const row = rows.find((r) => r.scope === scope && r.record === record)?.row
      const about = row && 'title' in row ? row.title : ''
      const here = events.filter((e) => e.scope === scope && e.record === record).map((e) => e.event)
      const waits = pending.some((p) => disowns(p, record, seq)) ? 'waiting' : false
      const disowned: EnteredView['disowned'] = disownedPlaces(here).has(seq) || waits
      const view = { scope, record, kind, seq, about, words, by: actor.person, at: doneAt(event), disowned }
      return [{ ...view, ...(helper === undefined ? {} : { helper }) }]
    })
    .sort((a, b) => b.at - a.at)
}

function disowns({ record: of, op }: Pending, record: string, seq: number): boolean {
  if (of !== record || op.op !== 'command') return false
  const command = op.command as { do?: unknown; of?: unknown }
  return command.do === 'disownEntry' && command.of === seq
}
