import type { Instant } from '#shared/records/ids.ts'
import type { OpeningCounter } from '#server/pages/openings.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Storage } from '#server/storage/storage.ts'
import { refuse } from './answers.ts'
import type { Route } from './registry.ts'

type Parts = { storage: Storage; book: ServerBook; openings: OpeningCounter; clock: () => Instant }

/** [A16] How often the page of an announcement was opened, told to those who read its cell's book. */
export function openingRoutes({ storage, book, openings, clock }: Parts): Route[] {
  return [
    {
      method: 'GET',
      path: '/openings',
      policy: 'session',
      async answer(c, { person }) {
        const scope = book.scopesOf(person).find((readable) => readable === c.req.query('scope'))
        const record = c.req.query('record') ?? ''
        const page = scope === undefined ? null : await storage.publicationOf(scope, record)
        if (!page) return refuse(c, 'notFound')
        const days = await storage.openings(page.slug)
        const written = days.reduce((sum, { times }) => sum + times, 0)
        return c.json({ times: written + openings.unwritten(page.slug), asOf: clock() })
      },
    },
  ]
}
