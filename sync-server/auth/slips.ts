import { activeDevicesOf, standingOf, type Directory } from '#shared/events/directory-state.ts'
import type { Instant, PersonId, UnitId } from '#shared/records/ids.ts'
import { may } from '#shared/rules/permissions.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Change, Enrolment, Storage } from '#server/storage/storage.ts'
import type { Enrolments, Outcome } from './enrolment.ts'
import { stateOf, withState, type EnrolmentState, type Phone } from './enrolment-state.ts'
import { hashOfEnrolment, newSecret, newSlipCode, type Chance } from './secrets.ts'

type Parts = {
  storage: Storage
  book: ServerBook
  enrolments: Enrolments
  clock: () => Instant
  chance: Chance
}

/** `units`: everybody in them who has no phone yet; `people`: these. */
export type SlipsWanted = { units: readonly UnitId[] } | { people: readonly PersonId[] }
/** The only copy of the code there is: what is stored lets nobody make it. */
export type Slip = { id: string; person: PersonId; code: string }
export type OpenSlip = { id: string; person: PersonId; expiresAt: Instant }
export type WaitingPhone = { id: string; person: PersonId; phone: Phone; since: Instant }
export type Approval = { id: string; outcome: Outcome<object> }

/** Printed slips: made in a batch, used once, each phone let in by somebody who may decide. */
export class Slips {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** [E12] [E15] [P22] One who may not is answered like one who asks for what does not exist. */
  async make(
    wanted: SlipsWanted,
    by: PersonId,
  ): Promise<Outcome<{ slips: readonly Slip[]; expiresAt: Instant }>> {
    const { book, clock } = this.#parts
    const people = peopleFor(book.directory(), wanted, by)
    if (!people) return { ok: false, refusal: 'notFound' }
    if (people.length > MOST) return { ok: false, refusal: 'tooLarge' }
    const ruleset = rulesetOn(new Date(clock()).toISOString().slice(0, 10))
    const most = 'units' in wanted ? 1 : ruleset.devicesPerPerson.value
    const without = people.filter((person) => activeDevicesOf(book.directory(), person).length < most)
    const expiresAt = endOfDay(clock() + ruleset.slipDays.value * DAY)
    return { ok: true, slips: await this.#printed(without, by, expiresAt), expiresAt }
  }

  /** [E16] What of all slips concerns this person: those nobody used yet, and the phones that wait. */
  async seenBy(by: PersonId): Promise<{ open: OpenSlip[]; waiting: WaitingPhone[] }> {
    const concerns = this.#concerns(by)
    const open: OpenSlip[] = []
    const waiting: WaitingPhone[] = []
    for (const { enrolment, state } of await this.#live()) {
      const { id, expiresAt } = enrolment
      const { person } = state
      if (!concerns(person)) continue
      if ('phone' in state) waiting.push({ id, person, phone: state.phone, since: state.since })
      else open.push({ id, person, expiresAt })
    }
    return { open, waiting }
  }

  /** [E13] [P23] Each by itself: one that cannot be let in holds nobody else up. */
  approve(ids: readonly string[], by: PersonId): Promise<Approval[]> {
    return this.#each(ids, by, (id) => this.#parts.enrolments.letIn(id, by))
  }

  /** [E15] [P23] */
  turnAway(ids: readonly string[], by: PersonId): Promise<Approval[]> {
    return this.#each(ids, by, (id) => this.#parts.enrolments.turnAway(id))
  }

  /** [E15] [P22] These count no more, used or not, unless their phone is in already. Foreign ones stay. */
  async withdraw(ids: readonly string[], by: PersonId): Promise<void> {
    const concerns = this.#concerns(by)
    await this.#parts.enrolments.alone(async () => {
      const theirs = (await this.#live()).filter(
        ({ enrolment, state }) => ids.includes(enrolment.id) && concerns(state.person),
      )
      await this.#parts.storage.commit(theirs.map(withdrawn))
    })
    this.#parts.enrolments.wake(ids)
  }

  async #each(
    ids: readonly string[],
    by: PersonId,
    step: (id: string) => Promise<Outcome<object>>,
  ): Promise<Approval[]> {
    const concerns = this.#concerns(by)
    const approvals: Approval[] = []
    for (const id of ids) {
      const enrolment = await this.#parts.storage.enrolment({ id })
      const isTheirs = enrolment !== null && concerns(stateOf(enrolment).person)
      approvals.push({ id, outcome: isTheirs ? await step(id) : { ok: false, refusal: 'notFound' } })
    }
    return approvals
  }

  async #printed(people: readonly PersonId[], invitedBy: PersonId, expiresAt: Instant): Promise<Slip[]> {
    const { storage, chance, enrolments } = this.#parts
    const slips = people.map((person) => ({ id: newSecret(chance, 16), person, code: newSlipCode(chance) }))
    const made = await Promise.all(
      slips.map(async ({ id, person, code }): Promise<Change> => {
        const state: EnrolmentState = { step: 'open', person, invitedBy, confirmed: false, slip: true }
        const secretHash = await hashOfEnrolment(code)
        return { put: 'enrolment', enrolment: { id, secretHash, expiresAt, state: JSON.stringify(state) } }
      }),
    )
    await enrolments.alone(async () => {
      const given = new Set(people)
      const older = (await this.#live()).filter(({ state }) => given.has(state.person))
      await storage.commit([...older.map(withdrawn), ...made])
      enrolments.wake(older.map(({ enrolment }) => enrolment.id))
    })
    return slips
  }

  /** Slips that can still let somebody in: not used yet, or with a phone that waits. */
  async #live(): Promise<LiveSlip[]> {
    const { storage, clock } = this.#parts
    const live = await storage.enrolmentsEnding({ from: clock(), before: END_OF_TIME }, MOST_LIVE)
    return live.flatMap((enrolment) => {
      const state = stateOf(enrolment)
      return state.slip && (state.step === 'open' || state.step === 'claimed') ? [{ enrolment, state }] : []
    })
  }

  /** [P23] Whether somebody decides about a person's slips; asked once for each unit. */
  #concerns(by: PersonId): (person: PersonId) => boolean {
    const directory = this.#parts.book.directory()
    const asked = new Map<UnitId, boolean>()
    const mayIn = (unit: UnitId) => {
      const known = asked.get(unit) ?? may('approveSlips', standingOf(directory, unit, by))
      asked.set(unit, known)
      return known
    }
    return (person) => [...(directory.people.get(person)?.memberships.keys() ?? [])].some(mayIn)
  }
}

type LiveSlip = { enrolment: Enrolment; state: EnrolmentState }

function withdrawn({ enrolment, state }: LiveSlip): Change {
  const ended: EnrolmentState =
    'phone' in state ? { ...state, step: 'recalled' } : { ...state, step: 'withdrawn' }
  return { put: 'enrolment', enrolment: withState(enrolment, ended) }
}

/** [P22] Who gets one; null when somebody asks for a unit or a person he may not make slips for. */
function peopleFor(directory: Directory, wanted: SlipsWanted, by: PersonId): PersonId[] | null {
  const mayIn = (unit: UnitId) => may('makeSlips', standingOf(directory, unit, by))
  if ('people' in wanted) {
    const people = [...new Set(wanted.people)]
    const all = people.every((person) => {
      const units = [...(directory.people.get(person)?.memberships.keys() ?? [])]
      return units.some(mayIn)
    })
    return all ? people : null
  }
  const units = new Set(wanted.units)
  if (![...units].every(mayIn)) return null
  return [...directory.people.values()]
    .filter(({ memberships }) => [...memberships].some(([u, m]) => units.has(u) && m.status !== 'suspended'))
    .map(({ id }) => id)
}

/** The last moment of a day as people in Vietnam count it: what is printed is that day. */
function endOfDay(at: Instant): Instant {
  return Math.floor((at + VIETNAM) / DAY) * DAY + DAY - 1 - VIETNAM
}

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const VIETNAM = 7 * HOUR
const END_OF_TIME = Number.MAX_SAFE_INTEGER
const MOST = 2000
/** Three times as many as any commune has people. */
const MOST_LIVE = 10_000
