import { directoryCommandSchema } from '#shared/events/directory.ts'
import { proposalsSeenBy } from '#shared/events/roster-proposals.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { parsedBody, refuse } from './answers.ts'
import type { Route } from './registry.ts'

/** Commands about phones have their own doors: a phone is let in only by its enrolment. */
const ELSEWHERE: readonly string[] = ['enrolDevice', 'revokeDevice']

/** A list of 2,000 people with long names has 400 KB. */
const MOST = 512 * 1024

export function directoryRoutes(book: ServerBook): Route[] {
  return [
    {
      method: 'POST',
      path: '/directory',
      policy: 'session',
      async answer(c, { person }) {
        const parsed = await parsedBody(c, directoryCommandSchema, MOST)
        if (!parsed.ok) return parsed.answer
        if (ELSEWHERE.includes(parsed.body.do)) return refuse(c, 'unknownCommand')
        const decision = await book.direct(parsed.body, person)
        return decision.ok ? c.json({}) : refuse(c, decision.refusal)
      },
    },
    {
      // [D24] What cells proposed, for whoever proposes or answers.
      method: 'GET',
      path: '/directory/proposals',
      policy: 'session',
      answer: (c, { person }) => c.json({ proposals: proposalsSeenBy(book.directory(), person) }),
    },
  ]
}
