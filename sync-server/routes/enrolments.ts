import * as v from 'valibot'
import { idSchema, type Instant } from '#shared/records/ids.ts'
import type { Enrolments } from '#server/auth/enrolment.ts'
import { claimSchema } from '#server/auth/enrolment-state.ts'
import type { Guesses } from '#server/auth/guesses.ts'
import { parsedBody, refuse } from './answers.ts'
import { addressOf, type Route } from './registry.ts'

const invitationSchema = v.object({ person: idSchema })
const waitSchema = v.object({
  waitToken: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/)),
})

type Parts = { enrolments: Enrolments; guesses: Guesses; clock: () => Instant }

/** [E1–E10] A GET of these consumes nothing: whoever previews a link has opened nothing. */
export function enrolmentRoutes({ enrolments, guesses, clock }: Parts): Route[] {
  return [
    {
      method: 'POST',
      path: '/enrolments',
      policy: 'session',
      async answer(c, caller) {
        const parsed = await parsedBody(c, invitationSchema)
        if (!parsed.ok) return parsed.answer
        const invited = await enrolments.invite(parsed.body.person, caller.person)
        if (!invited.ok) return refuse(c, invited.refusal)
        const { id, secret, expiresAt } = invited
        // Both times are the server's: a phone whose clock is wrong counts down the difference.
        return c.json({ id, secret, expiresAt, now: clock() })
      },
    },
    {
      method: 'POST',
      path: '/enrolments/claim',
      policy: 'public',
      async answer(c) {
        const parsed = await parsedBody(c, claimSchema)
        if (!parsed.ok) return parsed.answer
        const claimed = await enrolments.claim(parsed.body)
        if (claimed.ok) {
          const { checkCode, personName, unitName, needsConfirmation, slip, waitToken } = claimed
          return c.json({ checkCode, personName, unitName, needsConfirmation, slip, waitToken })
        }
        const guessed = claimed.refusal === 'codeUnknown' && guesses.wrong(addressOf(c), clock())
        return refuse(c, guessed ? 'tooManyTries' : claimed.refusal)
      },
    },
    {
      method: 'POST',
      path: '/enrolments/await',
      policy: 'public',
      async answer(c) {
        const parsed = await parsedBody(c, waitSchema)
        if (!parsed.ok) return parsed.answer
        const admitted = await enrolments.admitted(parsed.body.waitToken, c.req.raw.signal)
        if (admitted.ok) return c.json({ admission: admitted.admission })
        const guessed = admitted.refusal === 'codeUnknown' && guesses.wrong(addressOf(c), clock())
        return refuse(c, guessed ? 'tooManyTries' : admitted.refusal)
      },
    },
    {
      method: 'GET',
      path: '/enrolments/:id/claim',
      policy: 'session',
      async answer(c, caller) {
        const claimed = await enrolments.claimOf(c.req.param('id') ?? '', caller.person, c.req.raw.signal)
        if (!claimed.ok) return refuse(c, claimed.refusal)
        if (!claimed.phone) return c.json({ phone: null })
        const { signKey, agreeKey, label } = claimed.phone
        return c.json({ phone: { signKey, agreeKey, label } })
      },
    },
    {
      method: 'POST',
      path: '/enrolments/:id/confirm',
      policy: 'session',
      async answer(c, caller) {
        const confirmed = await enrolments.confirm(c.req.param('id') ?? '', caller.person)
        return confirmed.ok ? c.json({}) : refuse(c, confirmed.refusal)
      },
    },
    {
      method: 'POST',
      path: '/enrolments/:id/stop',
      policy: 'session',
      async answer(c, caller) {
        const stopped = await enrolments.stop(c.req.param('id') ?? '', caller.person)
        return stopped.ok ? c.json({}) : refuse(c, stopped.refusal)
      },
    },
  ]
}
