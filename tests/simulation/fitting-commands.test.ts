import fc from 'fast-check'
import type * as v from 'valibot'
import { expect, it } from 'vitest'
import type { RecordKind } from '#shared/records/event.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { reasonsOf } from '#shared/records/reasons.ts'
import { MEETING_RULE } from '#shared/records/schedule.ts'
import { candidateCommandSchema } from '#shared/events/candidate.ts'
import { fitting } from './fitting-commands.ts'
import { AT, Evening, PLAN } from '#shared/events/meeting/evening.fixture.ts'
import { meetingCommandSchema } from '#shared/events/meeting/commands.ts'
import { minutesCommandSchema } from '#shared/events/minutes.ts'
import { numbersCommandSchema } from '#shared/events/numbers.ts'
import { NAMES, PEOPLE, Story } from '#shared/events/people.fixture.ts'
import { reasonsCommandSchema } from '#shared/events/reasons.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { resolutionCommandSchema } from '#shared/events/resolution.ts'
import { scheduleCommandSchema } from '#shared/events/schedule.ts'
import { taskCommandSchema } from '#shared/events/task-commands.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const SCHEMAS: readonly (readonly [RecordKind, v.GenericSchema])[] = [
  ['meeting', meetingCommandSchema],
  ['resolution', resolutionCommandSchema],
  ['minutes', minutesCommandSchema],
  ['task', taskCommandSchema],
  ['numbers', numbersCommandSchema],
  ['reasons', reasonsCommandSchema],
  ['schedule', scheduleCommandSchema],
  ['candidate', candidateCommandSchema],
]
/** Of all that was asked, so much has to be taken, or nothing is learned. */
const LEAST_ACCEPTED = 0.02
/** Kinds that have one record of a fixed name. */
const IDS: Partial<Record<RecordKind, string>> = {
  schedule: MEETING_RULE,
  reasons: reasonsOf('record-0001'),
}
/** What half of the stories begin with, where hardly any command by chance begins a record others can be about. */
const BEGINNINGS: Partial<Record<RecordKind, object>> = {
  meeting: PLAN,
  task: { do: 'assignTask', title: 'Thu gom rác', owner: PEOPLE.dung.person },
}
/** What adoptions and minutes rest on. */
const evening = votedEvening()

/** A vote about the text of these stories, which carried. */
function votedEvening(): Meeting {
  const evening = Evening.begun()
  const about = { what: 'text', record: 'record-0001' }
  const present = NAMES.map((name) => PEOPLE[name].person)
  const vote = { id: 'vote-0001', item: null, about, majority: 'ordinary', form: 'hands', amendments: [] }
  evening.does('an', { do: 'putToVote', ...vote, present, at: AT })
  const count = { id: 'count-0001', vote: 'vote-0001', for: 4, against: 0, other: 0, at: AT, instead: [] }
  expect(evening.does('an', { do: 'enterCount', ...count })).toBe('countEntered')
  return evening.meeting
}

it.each(SCHEMAS)(
  `[S10] %s: whatever well-formed commands come, nothing throws, seed ${SEED}`,
  (kind, schema) => {
    const { decide, fold, project, restsOn } = rulesOf(kind)
    expect([decide, fold, project].every(Boolean)).toBe(true)
    const tally = { asked: 0, accepted: 0 }
    const deeds = fc.array(fc.tuple(fc.constantFrom(...NAMES), fitting(schema)), {
      minLength: 20,
      maxLength: 60,
    })
    fc.assert(
      fc.property(deeds, fc.boolean(), (list, isBegun) => {
        const story = new Story(kind, IDS[kind] ?? 'record-0001')
        const first = BEGINNINGS[kind]
        if (isBegun && first) story.does('an', first)
        for (const [name, command] of list) {
          tally.asked++
          for (const on of restsOn?.(story.state, command) ?? [])
            story.others.set(on.record, on.kind === kind ? story.state : evening)
          if (story.asks(name, command).ok) tally.accepted++
          story.does(name, command)
          if (story.state === null) continue
          const row = project('record-0001', story.state, story.now, null)
          expect(JSON.parse(JSON.stringify(row))).toEqual(row)
          for (const { id } of rulesOf(kind).attachments?.(story.state) ?? [])
            expect(id).toMatch(/^[\w-]{43}$/u)
        }
      }),
      { seed: SEED, numRuns: 150 },
    )
    expect(tally.accepted / tally.asked).toBeGreaterThan(LEAST_ACCEPTED)
  },
)
