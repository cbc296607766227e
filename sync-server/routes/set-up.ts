import * as v from 'valibot'
import { foundingSchema } from '#shared/events/directory.ts'
import type { Instant } from '#shared/records/ids.ts'
import { secretSchema } from '#server/auth/enrolment-state.ts'
import type { Guesses } from '#server/auth/guesses.ts'
import type { SetUpDesk } from '#server/auth/set-up.ts'
import { parsedBody, refuse } from './answers.ts'
import { addressOf, type Route } from './registry.ts'

const setUpSchema = v.object({ secret: secretSchema, founding: foundingSchema })

export function setUpRoutes(desk: SetUpDesk, guesses: Guesses, clock: () => Instant): Route[] {
  return [
    {
      method: 'POST',
      path: '/setup',
      policy: 'setup',
      async answer(c) {
        const parsed = await parsedBody(c, setUpSchema)
        if (!parsed.ok) return parsed.answer
        const founded = await desk.found(parsed.body.secret, parsed.body.founding)
        if (founded.ok) {
          const { token, device, person, lineage, serverKey } = founded
          return c.json({ token, device, person, lineage, serverKey })
        }
        const guessed = founded.refusal === 'codeUnknown' && guesses.wrong(addressOf(c), clock())
        return refuse(c, guessed ? 'tooManyTries' : founded.refusal)
      },
    },
  ]
}
