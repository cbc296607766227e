import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { noticeSummary, noticePage, unknownPage, withdrawnPage } from '#shared/events/notice-page.ts'
import type { PageNode, PublicNotice } from '#shared/events/notice-page.ts'
import { NOTICE_STYLE } from '#shared/events/notice-style.ts'
import { noticeSchema, slugSchema } from '#shared/records/announcement.ts'
import { instantSchema } from '#shared/records/ids.ts'
import type { Asked } from '#server/routes/answers.ts'
import type { Route } from '#server/routes/registry.ts'
import type { Storage } from '#server/storage/storage.ts'
import { html } from './html.ts'

const storedPageSchema = v.object({
  notice: noticeSchema,
  unit: v.string(),
  superior: v.string(),
  publishedAt: instantSchema,
  correctedAt: v.optional(instantSchema),
})

const STYLE = `html{height:100%}${NOTICE_STYLE}`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** No script, no connection, no form; its own style by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** GET /t/:slug: one announcement for the neighbourhood, plain HTML that any old browser in a messenger can read. */
export function announcementPageRoutes(storage: Storage, publicUrl: string | null): Route[] {
  return [{ method: 'GET', path: '/t/:slug', policy: 'public', answer: (c) => page(c, storage, publicUrl) }]
}

async function page(c: Asked, storage: Storage, publicUrl: string | null): Promise<Response> {
  const slug = c.req.param('slug') ?? ''
  const publication = v.is(slugSchema, slug) ? await storage.publication(slug) : null
  const stored = publication && v.safeParse(storedPageSchema, JSON.parse(publication.page))
  if (!publication || !stored?.success)
    return send(c, 404, { title: 'Không tìm thấy thông báo', tree: unknownPage(), extra: [] })
  const { correctedAt, ...rest } = stored.output
  const shown: PublicNotice = { ...rest, ...(correctedAt === undefined ? {} : { correctedAt }) }
  if (publication.withdrawnAt !== null)
    return send(c, 410, { title: 'Thông báo đã được thu lại', tree: withdrawnPage(shown), extra: [] })
  const address = publicUrl === null ? null : `${publicUrl}/t/${slug}`
  return send(c, 200, {
    title: shown.notice.title,
    tree: noticePage(shown),
    extra: card(shown, address, publicUrl),
  })
}

type Page = { title: string; tree: PageNode; extra: readonly PageNode[] }

function send(c: Asked, status: 200 | 404 | 410, { title, tree, extra }: Page): Response {
  const head = [
    meta({ charset: 'utf-8' }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'robots', content: 'noindex' }),
    meta({ name: 'theme-color', content: '#a4161a' }),
    { tag: 'title', attributes: {}, children: [title] },
    ...extra,
  ]
  const body: PageNode = { tag: 'body', attributes: { class: 'page' }, children: [tree] }
  const text = `<!doctype html><html lang="vi"><head>${head.map(html).join('')}<style>${STYLE}</style></head>${html(body)}</html>`
  // Withdrawing must be felt at once: nobody keeps a copy without asking.
  return c.html(text, status, { 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
}

/** What a messenger shows beside the link. */
function card(shown: PublicNotice, address: string | null, publicUrl: string | null): PageNode[] {
  const { title, description } = noticeSummary(shown)
  const og = (property: string, content: string) => meta({ property: `og:${property}`, content })
  return [
    meta({ name: 'description', content: description }),
    og('type', 'article'),
    og('locale', 'vi_VN'),
    og('site_name', shown.unit),
    og('title', title),
    og('description', description),
    ...(address === null ? [] : [og('url', address), og('image', `${publicUrl}/icon-512.png`)]),
  ]
}

const meta = (attributes: Record<string, string>): PageNode => ({ tag: 'meta', attributes, children: [] })
