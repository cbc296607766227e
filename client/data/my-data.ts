import type { RecordedEvent } from '#shared/records/event.ts'
import type { Instant, PersonId } from '#shared/records/ids.ts'
import type { PhoneBook } from './book/book.ts'
import type { Identity } from './replica/identity.ts'
import { metaOf } from './replica/meta.ts'
import type { MyData } from './views.ts'

/** Everything in this phone's book that is about the person it belongs to or came from him. Read only; sent nowhere. */
export async function myData(book: PhoneBook, madeAt: Instant): Promise<MyData | null> {
  const me = await metaOf<Identity>(book, 'identity')
  if (!me) return null
  const [rosters, events, touches, rows, kept, pending] = await Promise.all([
    book.list('rosters'),
    book.list('events'),
    book.list('touches'),
    book.list('rows'),
    book.list('kept'),
    book.list('pending'),
  ])
  const texts = new Map<string, MyData['texts'][number]>()
  for (const { scope, record, touch } of touches) {
    if (touch.person !== me.person) continue
    const row = rows.find((r) => r.scope === scope && r.record === record)?.row
    const title = row && 'title' in row ? row.title : ''
    const known = texts.get(`${scope} ${record}`) ?? { record, title, inserted: 0, deleted: 0, last: 0 }
    for (const { inserted, deleted } of touch.blocks) {
      known.inserted += inserted
      known.deleted += deleted
    }
    texts.set(`${scope} ${record}`, { ...known, last: Math.max(known.last, touch.at) })
  }
  return {
    madeAt,
    person: me.person,
    device: me.device,
    inRosters: rosters.flatMap(({ roster }) =>
      roster.people
        .filter((p) => p.id === me.person)
        .map(({ id: _, ...entry }) => ({ unit: roster.unit.name, ...entry })),
    ),
    done: events.map(({ event }) => event).filter((event) => isOf(event, me.person)),
    texts: [...texts.values()].sort((a, b) => b.last - a.last),
    kept: kept.map(({ text, at }) => ({ text, at })),
    waiting: pending.flatMap(({ op, at }) => (op.op === 'command' ? [{ command: op.command, at }] : [])),
  }
}

function isOf({ actor, onBehalfOf }: RecordedEvent, person: PersonId): boolean {
  return onBehalfOf === person || (actor.by === 'person' && actor.person === person)
}
