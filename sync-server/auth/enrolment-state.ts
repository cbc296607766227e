import * as v from 'valibot'
import { LINK_SECRET } from '#shared/protocol/link.ts'
import { SLIP_CODE } from '#shared/records/slip-code.ts'
import { idSchema, type Instant, type PersonId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Enrolment } from '#server/storage/storage.ts'

export const publicKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/))
export const secretSchema = v.pipe(v.string(), v.regex(LINK_SECRET))
const slipCodeSchema = v.pipe(v.string(), v.regex(SLIP_CODE))

const phoneSchema = v.object({
  device: idSchema,
  signKey: publicKeySchema,
  agreeKey: publicKeySchema,
  label: v.pipe(v.string(), v.maxLength(60)),
})
/** The new phone, as it introduced itself. */
export type Phone = v.InferOutput<typeof phoneSchema>

/** Signed by `signKey` over `claimProof`, base64url. */
export const claimSchema = v.object({
  ...phoneSchema.entries,
  secret: v.union([secretSchema, slipCodeSchema]),
  proof: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
})
export type Claim = v.InferOutput<typeof claimSchema>

/**
 * Who is let in, by whom. `confirmed` from the start: the server itself made the link, for the demo. `slip`: printed;
 * whoever may decide does, not the one who made it alone.
 */
export type Invitation = { person: PersonId; invitedBy: PersonId; confirmed: boolean; slip?: true }

/**
 * The phone that opened the link. Nonce and secret together make its waiting token, so that a repeated claim gets the
 * same one and a copy of the data none; `waitHash` is that token's hash.
 */
export type Taken = { phone: Phone; nonce: string; waitHash: string; since: Instant } & Invitation

/**
 * Where an enrolment stands. `stopped`: somebody said no, and nobody comes in. `withdrawn` before, `recalled` after a
 * phone used it: the slip counts no more.
 */
export type EnrolmentState =
  | ({ step: 'open' | 'withdrawn' } & Invitation)
  | ({ step: 'claimed' | 'enrolled' | 'stopped' | 'recalled' } & Taken)

export function stateOf(enrolment: Enrolment): EnrolmentState {
  return JSON.parse(enrolment.state) as EnrolmentState
}

export function withState(enrolment: Enrolment, state: EnrolmentState): Enrolment {
  return { ...enrolment, state: JSON.stringify(state) }
}

export function samePhone(a: Phone, b: Phone): boolean {
  return a.device === b.device && a.signKey === b.signKey && a.agreeKey === b.agreeKey
}

/** What a phone is told whose enrolment somebody ended, null when nobody did. */
export function endOf({ step, slip }: EnrolmentState): { ok: false; refusal: Refusal } | null {
  if (step === 'withdrawn' || step === 'recalled') return { ok: false, refusal: 'codeWithdrawn' }
  if (step !== 'stopped') return null
  return { ok: false, refusal: slip ? 'turnedAway' : 'checkCodeWrong' }
}
