import * as v from 'valibot'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { PersonId } from '#shared/records/ids.ts'
import { personNameSchema } from '#shared/records/person.ts'
import { may } from '#shared/rules/permissions.ts'
import type { Standing } from '#shared/rules/standing.ts'
import { no, yes, type Context, type Decision, type RecordKindRules } from './kind.ts'

/** What is asked of a record, and for whom when not for oneself. */
export type Asked = { command: unknown; onBehalfOf?: PersonId | undefined }

/** The record as it stands: its kind's state, and the events that made it. */
export type Stands = { state: unknown; events: readonly RecordedEvent[] }

/** Who asks, and what others of the unit are today. */
export type Asking = Context & { standingOf: (person: PersonId) => Standing | null }

/** "That is not what I meant": said of an entry that somebody made for me, by its place in the scope. */
export const disownEntrySchema = v.object({
  do: v.literal('disownEntry'),
  of: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
})
export type DisownEntry = v.InferOutput<typeof disownEntrySchema>

/** Whoever sits at somebody else's phone to type for others is named by whoever handed it to him. */
const helperSchema = v.object({ helper: personNameSchema })

/**
 * Judges a command of any kind. What is the same for all kinds is judged here: entries for others [N1–N3] and disowning
 * them [N4]. @returns events, or the refusal of a rule of section N or of the kind
 */
export function decideCommand(
  rules: RecordKindRules,
  stands: Stands,
  asked: Asked,
  asking: Asking,
): Decision {
  const { command, onBehalfOf } = asked
  const disowned = v.safeParse(disownEntrySchema, command)
  const self = asking.standing
  if (onBehalfOf === undefined)
    return disowned.success
      ? disown(stands, disowned.output, self.person)
      : rules.decide(stands.state, command, asking)

  const other = onBehalfOf === self.person ? null : asking.standingOf(onBehalfOf)
  if (!other || other.status === null) return no('notFound')
  if (!may('enterForOthers', self)) return no('notAllowed')
  if (disowned.success) {
    const entry = entryAt(stands.events, disowned.output.of)
    // Whoever made the entry does not also say for the other that it was wrong; he takes it back.
    const own = entry?.actor.by === 'person' && entry.actor.person === self.person
    return own ? no('notAllowed') : disown(stands, disowned.output, onBehalfOf)
  }
  if (!rules.forAnother?.includes(nameOf(command))) return no('notForAnother')
  return named(rules.decide(stands.state, command, { ...asking, standing: other, typist: self }), command)
}

/** Entries made for somebody that he disowned, by their place. */
export function disownedPlaces(events: readonly RecordedEvent[]): ReadonlySet<number> {
  return new Set(events.filter((e) => e.type === 'entryDisowned').map((e) => (e.data as { of: number }).of))
}

/** [N4] The entry stands, and says for everybody that it was not meant so. */
function disown({ events }: Stands, { of }: DisownEntry, person: PersonId): Decision {
  const entry = entryAt(events, of)
  if (!entry || entry.onBehalfOf !== person) return no('notFound')
  return disownedPlaces(events).has(of) ? yes() : yes({ type: 'entryDisowned', v: 1, data: { of } })
}

/** [N6] */
function named(decision: Decision, command: unknown): Decision {
  if (!decision.ok) return decision
  const said = v.safeParse(helperSchema, command)
  if (!said.success) return decision
  return { ok: true, events: decision.events.map((event) => ({ ...event, helper: said.output.helper })) }
}

const entryAt = (events: readonly RecordedEvent[], of: number) => events.find((e) => e.seq === of)

function nameOf(command: unknown): string {
  return typeof command === 'object' && command !== null && 'do' in command ? String(command.do) : ''
}
