import * as v from 'valibot'
import { slugSchema } from '#shared/records/announcement.ts'
import { sealedPageSchema } from '#shared/records/adoption.ts'
import { paperPage, paperTitle, type PaperAnswer } from '#shared/events/paper-page.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import type { Asked } from '#server/routes/answers.ts'
import type { Route } from '#server/routes/registry.ts'
import type { Publication } from '#server/storage/storage.ts'
import type { PageParts } from './find-page.ts'
import { sendPage } from './send-page.ts'

/** [Y14] Whether a paper somebody holds is in the book. Guessed and mistyped addresses have the same answer. */
export function paperPageRoutes(parts: PageParts): Route[] {
  return [
    {
      method: 'GET',
      path: '/v/:slug',
      policy: 'public',
      answer: async (c) => send(c, await answerTo(c.req.param('slug') ?? '', parts)),
    },
    { method: 'GET', path: '/v/*', policy: 'public', answer: (c) => send(c, 'unknown') },
  ]
}

const send = (c: Asked, answer: PaperAnswer): Response =>
  sendPage(c, answer === 'unknown' ? 404 : 200, { title: paperTitle(answer), tree: paperPage(answer) })

async function answerTo(slug: string, { storage, clock }: PageParts): Promise<PaperAnswer> {
  const asked = v.is(slugSchema, slug) ? await storage.publication(slug) : null
  if (!asked || !sealedOn(asked)) return 'unknown'
  if (asked.withdrawnAt !== null) return 'withdrawn'
  const others = await storage.publicationsOn(dayInVietnam(clock()), asked.scope)
  return others.some((one) => sealedOn(one)?.corrects === asked.record) ? 'corrected' : 'genuine'
}

function sealedOn({ page }: Publication): v.InferOutput<typeof sealedPageSchema> | null {
  const stored = v.safeParse(sealedPageSchema, JSON.parse(page))
  return stored.success ? stored.output : null
}
