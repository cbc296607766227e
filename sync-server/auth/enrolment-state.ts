import * as v from 'valibot'
import { LINK_SECRET } from '#shared/protocol/link.ts'
import { idSchema, type PersonId } from '#shared/records/ids.ts'
import type { Enrolment } from '#server/storage/storage.ts'

export const publicKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/))
export const secretSchema = v.pipe(v.string(), v.regex(LINK_SECRET))

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
  secret: secretSchema,
  proof: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
})
export type Claim = v.InferOutput<typeof claimSchema>

/** Who is let in, by whom. `confirmed` from the start: the server itself made the link, for the demo. */
export type Invitation = { person: PersonId; invitedBy: PersonId; confirmed: boolean }

/**
 * The phone that opened the link. Nonce and secret together make its waiting token, so that a repeated claim gets the
 * same one and a copy of the data none; `waitHash` is that token's hash.
 */
type Taken = { phone: Phone; nonce: string; waitHash: string } & Invitation

/** Where an enrolment stands. `stopped`: the inviter saw other digits than the new phone, and nobody comes in. */
export type EnrolmentState =
  ({ step: 'open' } & Invitation) | ({ step: 'claimed' | 'enrolled' | 'stopped' } & Taken)

export function stateOf(enrolment: Enrolment): EnrolmentState {
  return JSON.parse(enrolment.state) as EnrolmentState
}

export function withState(enrolment: Enrolment, state: EnrolmentState): Enrolment {
  return { ...enrolment, state: JSON.stringify(state) }
}

export function samePhone(a: Phone, b: Phone): boolean {
  return a.device === b.device && a.signKey === b.signKey && a.agreeKey === b.agreeKey
}
