import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { Asked } from '#server/routes/answers.ts'
import { answerAttachment, wholeAttachment } from '#server/routes/attachment-answer.ts'
import type { Route } from '#server/routes/registry.ts'
import { calendarFile } from './calendar-file.ts'
import { findNotice, type PageParts, type Said } from './find-page.ts'
import { baseOf, sendUnknown } from './send-page.ts'

/** What belongs to an announcement's page and dies with it: its picture, its card, its date. */
export function announcementFileRoutes(parts: PageParts): Route[] {
  const file = (name: string, of: Which['of']): Route => ({
    method: 'GET',
    path: `/t/:slug/${name}`,
    policy: 'public',
    answer: (c) => attached(c, parts, { name, of }),
  })
  return [
    file('anh', (said) => said.notice.picture),
    file('the', (said) => said.card),
    { method: 'GET', path: '/t/:slug/lich.ics', policy: 'public', answer: (c) => calendar(c, parts) },
    { method: 'GET', path: '/t/*', policy: 'public', answer: sendUnknown },
  ]
}

type Which = { name: string; of: (said: Said) => AttachmentRef | undefined }

/** [A12, A13] Whoever keeps a copy asks each time whether the page still stands. */
async function attached(c: Asked, parts: PageParts, { name, of }: Which): Promise<Response> {
  const found = await findNotice(c.req.param('slug') ?? '', parts)
  if (found.is !== 'standing') return sendUnknown(c)
  const ref = of(found.said)
  const whole = ref && (await wholeAttachment(parts.storage, found.publication.scope, ref.id))
  if (!whole) return sendUnknown(c)
  return answerAttachment(c, parts.storage, whole, { shown: 'inline', name, cache: 'no-cache' })
}

/** [A9] The same for a link without a date as for one that is none. */
async function calendar(c: Asked, parts: PageParts): Promise<Response> {
  const found = await findNotice(c.req.param('slug') ?? '', parts)
  if (found.is !== 'standing') return sendUnknown(c)
  const address = `${baseOf(c, parts.publicUrl) ?? ''}/t/${found.publication.slug}`
  const file = calendarFile(found.said, { address, now: parts.clock() })
  if (file === null) return sendUnknown(c)
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="lich.ics"',
    'cache-control': 'no-cache',
  })
}
