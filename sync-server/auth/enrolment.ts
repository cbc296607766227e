import { mayInvite } from '#shared/events/directory.ts'
import { activeDevicesOf } from '#shared/events/directory-state.ts'
import { checkCode, claimProof } from '#shared/protocol/check-code.ts'
import type { DeviceId, Instant, PersonId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { Lock } from '#server/scopes/lock.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Enrolment, Storage } from '#server/storage/storage.ts'
import { endOf, samePhone, stateOf, withState } from './enrolment-state.ts'
import type { Claim, EnrolmentState, Invitation, Phone, Taken } from './enrolment-state.ts'
import { hashOf, hashOfEnrolment, newSecret, sameText, type Chance } from './secrets.ts'
import type { Sessions } from './sessions.ts'
import { isPublicKey } from './signing-keys.ts'
import { WaitingRoom } from './waiting-room.ts'

export type Outcome<T> = ({ ok: true } & T) | { ok: false; refusal: Refusal }
export type Admission = {
  token: string
  device: DeviceId
  person: PersonId
  lineage: string
  serverKey: string
}
export type Claimed = {
  checkCode: string
  personName: string
  unitName: string
  needsConfirmation: boolean
  slip: boolean
  waitToken: string
}

type Parts = {
  storage: Storage
  book: ServerBook
  sessions: Sessions
  verify: (publicKey: string, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>
  serverKey: string
  clock: () => Instant
  chance: Chance
  /** How long a question for somebody else's step stays open, milliseconds. */
  patience: number
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * How a phone is let in: an invitation with a secret (E1), one claim by the new phone (E2–E4), six equal digits on
 * both screens (E5), the inviter's word (E6, or E10 when they differ), a session (E7). Each step can be asked again
 * when its answer was lost.
 */
export class Enrolments {
  readonly #parts: Parts
  readonly #lock = new Lock()
  readonly #room = new WaitingRoom()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** [E1] Foreign and unknown people are answered alike. */
  async invite(
    person: PersonId,
    invitedBy: PersonId,
  ): Promise<Outcome<{ id: string; secret: string; expiresAt: Instant }>> {
    const { book, clock } = this.#parts
    if (!mayInvite(book.directory(), invitedBy, person)) return no('notFound')
    const ruleset = rulesetOn(dayOf(clock()))
    if (activeDevicesOf(book.directory(), person).length >= ruleset.devicesPerPerson.value)
      return no('tooManyDevices')
    const invitation = { person, invitedBy, confirmed: false }
    return { ok: true, ...(await this.#open(invitation, clock() + ruleset.enrolmentMinutes.value * MINUTE)) }
  }

  /** [E8] A link that needs nobody's word; only the server's own demo makes one. */
  inviteForDemo(person: PersonId): Promise<{ id: string; secret: string; expiresAt: Instant }> {
    return this.#open({ person, invitedBy: person, confirmed: true }, this.#parts.clock() + DAY)
  }

  /** [E2, E3, E4] The first phone that opens the link has it; the same phone may ask again. */
  claim(claim: Claim): Promise<Outcome<Claimed>> {
    return this.#lock.run(async () => {
      const { storage, clock } = this.#parts
      const enrolment = await storage.enrolment({ secretHash: await hashOfEnrolment(claim.secret) })
      if (!enrolment) return no('codeUnknown')
      if (!(await this.#isProven(claim))) return no('malformed')
      if (clock() >= enrolment.expiresAt) return no('codeExpired')
      const state = stateOf(enrolment)
      if (state.step === 'open') return this.#firstClaim(enrolment, state, claim)
      if (!('phone' in state)) return no('codeWithdrawn')
      if (!samePhone(state.phone, claim)) return no('codeUsed')
      return endOf(state) ?? this.#claimed(enrolment.id, state, claim)
    })
  }

  /** What the inviter's screen waits for: the phone that opened the link, null while there is none. */
  claimOf(id: string, invitedBy: PersonId, signal?: AbortSignal): Promise<Outcome<{ phone: Phone | null }>> {
    return this.#room.patiently({ name: id, milliseconds: this.#parts.patience, signal }, async () => {
      const enrolment = await this.#ofInviter(id, invitedBy)
      if (!enrolment) return no('notFound')
      const state = stateOf(enrolment)
      if ('phone' in state) return { ok: true, phone: state.phone }
      return this.#parts.clock() >= enrolment.expiresAt
        ? no('codeExpired')
        : { ok: true, phone: null, wait: true }
    })
  }

  /** [E6] The inviter saw the same digits on both screens. */
  confirm(id: string, invitedBy: PersonId): Promise<Outcome<object>> {
    return this.#lock.run(async () => {
      const enrolment = await this.#ofInviter(id, invitedBy)
      if (!enrolment) return no('notFound')
      return this.#confirmed(enrolment, stateOf(enrolment))
    })
  }

  /** [E13] Somebody who may says yes to the phone that waits with a slip. The enrolment is his command. */
  letIn(id: string, by: PersonId): Promise<Outcome<object>> {
    return this.#lock.run(async () => {
      const enrolment = await this.#parts.storage.enrolment({ id })
      if (!enrolment) return no('notFound')
      const state = stateOf(enrolment)
      if (!state.slip) return no('notFound')
      return this.#confirmed(enrolment, { ...state, invitedBy: by })
    })
  }

  /** [E10] The inviter saw other digits: nobody comes in by this link any more, and the phone that waits is told. */
  stop(id: string, invitedBy: PersonId): Promise<Outcome<object>> {
    return this.#lock.run(async () => {
      const enrolment = await this.#ofInviter(id, invitedBy)
      return enrolment ? this.#stopped(enrolment) : no('notFound')
    })
  }

  /** [E15] Somebody who may says no to the phone that waits with a slip. */
  turnAway(id: string): Promise<Outcome<object>> {
    return this.#lock.run(async () => {
      const enrolment = await this.#parts.storage.enrolment({ id })
      return enrolment && stateOf(enrolment).slip ? this.#stopped(enrolment) : no('notFound')
    })
  }

  /** Runs while no other step of any enrolment does. */
  alone<T>(run: () => Promise<T>): Promise<T> {
    return this.#lock.run(run)
  }

  /** Whoever waits for a step of these looks again. */
  wake(ids: readonly string[]): void {
    for (const id of ids) this.#room.wake(id)
  }

  /** [E7] What the new phone waits for: its session, null while nobody has confirmed. */
  admitted(waitToken: string, signal?: AbortSignal): Promise<Outcome<{ admission: Admission | null }>> {
    const [id = '', mark = ''] = waitToken.split('.')
    return this.#room.patiently({ name: id, milliseconds: this.#parts.patience, signal }, async () => {
      const enrolment = await this.#parts.storage.enrolment({ id })
      const state = enrolment && stateOf(enrolment)
      if (!state || !('phone' in state) || !sameText(state.waitHash, hashOf(mark))) return no('codeUnknown')
      const end = endOf(state)
      if (end) return end
      if (this.#parts.clock() >= enrolment.expiresAt) return no('codeExpired')
      if (state.step === 'claimed') return { ok: true, admission: null, wait: true }
      return { ok: true, admission: await this.admit(state.phone.device, state.person) }
    })
  }

  async admit(device: DeviceId, person: PersonId): Promise<Admission> {
    const { sessions, book, serverKey } = this.#parts
    return { token: await sessions.begin(device, person), device, person, lineage: book.lineage, serverKey }
  }

  /** Nobody waits any longer: the server stops. */
  close(): void {
    this.#room.wakeAll()
  }

  async #open(invitation: Invitation, expiresAt: Instant) {
    const { storage, chance } = this.#parts
    const [id, secret] = [newSecret(chance, 16), newSecret(chance, 16)]
    const state = JSON.stringify({ step: 'open', ...invitation } satisfies EnrolmentState)
    await storage.commit([
      { put: 'enrolment', enrolment: { id, secretHash: hashOf(secret), expiresAt, state } },
    ])
    return { id, secret, expiresAt }
  }

  async #firstClaim(enrolment: Enrolment, invitation: Invitation, claim: Claim): Promise<Outcome<Claimed>> {
    const { storage, book, chance, clock } = this.#parts
    if (book.directory().devices.has(claim.device)) return no('alreadyExists')
    const { device, signKey, agreeKey, label, secret } = claim
    const nonce = newSecret(chance, 32)
    const taken = {
      phone: { device, signKey, agreeKey, label },
      nonce,
      waitHash: hashOf(waitMark(nonce, secret)),
      since: clock(),
    }
    const state = { ...invitation, ...taken, step: 'claimed' } as const
    // Whoever decides gets his own time: to compare the digits beside the phone, or to come to a list.
    const time = invitation.slip ? rulesetOn(dayOf(clock())).slipDays.value * DAY : TIME_TO_COMPARE
    const expiresAt = Math.max(enrolment.expiresAt, clock() + time)
    const claimed = { ...withState(enrolment, state), expiresAt }
    await storage.commit([{ put: 'enrolment', enrolment: claimed }])
    const enrolled = invitation.confirmed ? await this.#enrol(claimed, state) : null
    this.#room.wake(enrolment.id)
    return enrolled?.ok === false ? enrolled : this.#claimed(enrolment.id, state, claim)
  }

  #claimed(id: string, state: Invitation & { nonce: string }, claim: Claim): Outcome<Claimed> {
    const directory = this.#parts.book.directory()
    const person = directory.people.get(state.person)
    const unit = [...(person?.memberships.keys() ?? [])].map((unit) => directory.units.get(unit)?.name)[0]
    return {
      ok: true,
      checkCode: checkCode(state.slip ? id : claim.secret, claim),
      personName: person?.name ?? '',
      unitName: unit ?? '',
      needsConfirmation: !state.confirmed,
      slip: state.slip === true,
      waitToken: `${id}.${waitMark(state.nonce, claim.secret)}`,
    }
  }

  async #confirmed(enrolment: Enrolment, state: EnrolmentState): Promise<Outcome<object>> {
    if (!('phone' in state)) return no('notInThisState')
    if (state.step === 'enrolled') return { ok: true }
    const end = endOf(state)
    if (end) return end
    return this.#parts.clock() >= enrolment.expiresAt ? no('codeExpired') : this.#enrol(enrolment, state)
  }

  async #stopped(enrolment: Enrolment): Promise<Outcome<object>> {
    const state = stateOf(enrolment)
    if (!('phone' in state) || state.step === 'enrolled') return no('notInThisState')
    const stopped = withState(enrolment, { ...state, step: 'stopped' })
    await this.#parts.storage.commit([{ put: 'enrolment', enrolment: stopped }])
    this.#room.wake(enrolment.id)
    return { ok: true }
  }

  async #enrol(enrolment: Enrolment, state: Taken): Promise<Outcome<object>> {
    const { book, storage, clock } = this.#parts
    const { person, invitedBy, phone } = state
    const there = book.directory().devices.get(phone.device)
    // The directory may have it already: the server stopped between the two commits.
    if (there?.person !== person || there.signKey !== phone.signKey) {
      if (state.confirmed) await this.#makeRoom(person)
      const decision = await book.direct({ do: 'enrolDevice', person, ...phone }, invitedBy)
      if (!decision.ok) return decision
    }
    const enrolled = {
      ...withState(enrolment, { ...state, step: 'enrolled' }),
      expiresAt: clock() + TIME_TO_FETCH,
    }
    await storage.commit([{ put: 'enrolment', enrolment: enrolled }])
    this.#room.wake(enrolment.id)
    return { ok: true }
  }

  /** A demo person with too many phones loses the oldest. */
  async #makeRoom(person: PersonId): Promise<void> {
    const { book, clock } = this.#parts
    const most = rulesetOn(dayOf(clock())).devicesPerPerson.value
    const devices = activeDevicesOf(book.directory(), person).sort((a, b) => a.enrolledAt - b.enrolledAt)
    for (const { id } of devices.slice(0, Math.max(0, devices.length + 1 - most)))
      await book.direct({ do: 'revokeDevice', device: id }, person)
  }

  async #ofInviter(id: string, invitedBy: PersonId): Promise<Enrolment | null> {
    const enrolment = await this.#parts.storage.enrolment({ id })
    return enrolment && stateOf(enrolment).invitedBy === invitedBy ? enrolment : null
  }

  async #isProven(claim: Claim): Promise<boolean> {
    const proof = new Uint8Array(Buffer.from(claim.proof, 'base64url'))
    return (
      (await this.#parts.verify(claim.signKey, proof, claimProof(claim))) &&
      (await isPublicKey(claim.agreeKey))
    )
  }
}

const TIME_TO_COMPARE = 10 * MINUTE
const TIME_TO_FETCH = DAY

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)
const waitMark = (nonce: string, secret: string): string => hashOf(`${nonce}|${secret}`)
