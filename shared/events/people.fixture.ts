import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Standing } from '#shared/rules/standing.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { decideCommand } from './deciding.ts'
import type { Context, Decision } from './kind.ts'
import { rulesOf } from './registry.ts'

const someone = (name: string, over: Partial<Standing> = {}): Standing => ({
  person: `${name}-person`,
  unit: 'khu-dong-mit',
  status: 'official',
  duties: [],
  officerAbove: false,
  ...over,
})

/** What everybody of the stories is in their cell. */
export const PEOPLE = {
  an: someone('an', { duties: ['secretary', 'committee'] }),
  binh: someone('binh', { duties: ['deputy', 'committee'] }),
  cuc: someone('cuc', { duties: ['committee'] }),
  dung: someone('dung'),
  son: someone('son', { status: 'suspended', duties: ['secretary'] }),
  officer: someone('oanh', { status: null, officerAbove: true }),
  superior: someone('phu', { status: null, inCharge: true }),
  stranger: someone('chi', { status: null }),
} as const
export type Name = keyof typeof PEOPLE
export const NAMES = Object.keys(PEOPLE) as Name[]

/** The roster of their cell. */
export const ROSTER: Roster = {
  lineage: 'dong-0001',
  version: 1,
  issuedAt: 0,
  unit: {
    id: 'khu-dong-mit',
    kind: 'cell',
    name: 'Chi bộ Khu Đồng Mít',
    cellKind: 'village',
    parent: 'xa-thanh-moc',
  },
  people: Object.entries(PEOPLE).flatMap(([name, { person, status, duties }]) =>
    status === null ? [] : [{ id: person, name: `Đồng chí ${name}`, status, duties: [...duties] }],
  ),
}

const forPerson = (name?: Name) => (name ? { onBehalfOf: PEOPLE[name].person } : {})
const DAY = 24 * 60 * 60 * 1000

/** One record and the people who do things to it, a minute apart. */
export class Story<State> {
  readonly kind: RecordKind
  readonly record: string
  readonly events: RecordedEvent[] = []
  state: State | null = null
  now = Date.UTC(2026, 11, 3)
  /** How far the clocks of the phones are off, in milliseconds; null: what is done has not reached the server yet. */
  phonesOff: number | null = null

  /** States of other records that what is asked rests on. */
  readonly others = new Map<string, unknown>()

  constructor(kind: RecordKind, record = 'record-0001') {
    this.kind = kind
    this.record = record
  }

  context(name: Name): Context {
    return {
      record: this.record,
      standing: PEOPLE[name],
      ruleset: CENTRAL_2026,
      at: this.now,
      rosters: [ROSTER],
      others: this.others,
    }
  }

  asks(name: Name, command: unknown, forWhom?: Name): Decision {
    const standingOf = (id: string) => Object.values(PEOPLE).find(({ person }) => person === id) ?? null
    const asked = { command, onBehalfOf: forWhom && PEOPLE[forWhom].person }
    return decideCommand(rulesOf(this.kind), this, asked, { ...this.context(name), standingOf })
  }

  /** @returns the refusal, or the types of what happened */
  does(name: Name, command: unknown, forWhom?: Name): string {
    const decision = this.asks(name, command, forWhom)
    if (!decision.ok) return decision.refusal
    for (const { type, data, helper } of decision.events)
      this.happened(type, data, name, { ...(helper ? { helper } : {}), ...forPerson(forWhom) })
    this.now += 60_000
    return decision.events.map((e) => e.type).join(' ')
  }

  happened(type: string, data: unknown, name: Name = 'an', more: Partial<RecordedEvent> = {}): void {
    const actor = { by: 'person' as const, person: PEOPLE[name].person, device: `${name}-phone` }
    const seq = this.events.length + 1
    const received = this.phonesOff === null ? {} : { receivedAt: this.now }
    const claimedAt = this.now + (this.phonesOff ?? 0)
    const event = {
      record: this.record,
      kind: this.kind,
      type,
      v: 1,
      actor,
      claimedAt,
      ...received,
      seq,
      data,
      ...more,
    }
    this.events.push(event)
    this.state = rulesOf(this.kind).fold(this.state, event) as State | null
  }

  days(count: number): void {
    this.now += count * DAY
  }
}
