import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { encode } from 'uqr'
import {
  noticeSummary,
  noticePage,
  runOutPage,
  unknownPage,
  withdrawnPage,
} from '#shared/events/notice-page.ts'
import type { PageNode, PublicNotice } from '#shared/events/notice-page.ts'
import { NOTICE_STYLE } from '#shared/events/notice-style.ts'
import { noticeSchema, slugSchema } from '#shared/records/announcement.ts'
import { instantSchema, type Instant } from '#shared/records/ids.ts'
import { dayInVietnam, hasRunOut, lastDayOf } from '#shared/rules/announcement-timing.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { Asked } from '#server/routes/answers.ts'
import type { Route } from '#server/routes/registry.ts'
import type { Storage } from '#server/storage/storage.ts'
import { calendarFile } from './calendar-file.ts'
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

type Parts = { storage: Storage; publicUrl: string | null; clock: () => Instant }

/** One announcement for the neighbourhood, plain HTML that any old browser in a messenger can read, and its date. */
export function announcementPageRoutes(parts: Parts): Route[] {
  return [
    { method: 'GET', path: '/t/:slug', policy: 'public', answer: (c) => page(c, parts) },
    { method: 'GET', path: '/t/:slug/lich.ics', policy: 'public', answer: (c) => calendar(c, parts) },
  ]
}

type Found =
  | { is: 'unknown' }
  | { is: 'withdrawn' | 'runOut'; shown: PublicNotice }
  | { is: 'standing'; shown: PublicNotice; slug: string }

async function find(slug: string, { storage, clock }: Parts): Promise<Found> {
  const publication = v.is(slugSchema, slug) ? await storage.publication(slug) : null
  const stored = publication && v.safeParse(storedPageSchema, JSON.parse(publication.page))
  if (!publication || !stored?.success) return { is: 'unknown' }
  const { correctedAt, ...rest } = stored.output
  const said = correctedAt ?? rest.publishedAt
  const lastDay = lastDayOf(rest.notice, said, rulesetOn(dayInVietnam(said)))
  const shown = { ...rest, lastDay, ...(correctedAt === undefined ? {} : { correctedAt }) }
  if (publication.withdrawnAt !== null) return { is: 'withdrawn', shown }
  return hasRunOut(lastDay, clock()) ? { is: 'runOut', shown } : { is: 'standing', shown, slug }
}

async function page(c: Asked, parts: Parts): Promise<Response> {
  const found = await find(c.req.param('slug') ?? '', parts)
  switch (found.is) {
    case 'unknown':
      return send(c, 404, { title: 'Không tìm thấy thông báo', tree: unknownPage(), extra: [] })
    case 'withdrawn':
      return send(c, 410, { title: 'Thông báo đã được thu lại', tree: withdrawnPage(found.shown), extra: [] })
    case 'runOut':
      return send(c, 410, { title: 'Thông báo đã hết hạn', tree: runOutPage(found.shown), extra: [] })
    case 'standing': {
      const { slug, shown } = found
      const { publicUrl } = parts
      const address = publicUrl === null ? null : `${publicUrl}/t/${slug}`
      const calendar = shown.notice.when === undefined ? {} : { calendar: `/t/${slug}/lich.ics` }
      const tree = noticePage({ ...shown, ...calendar })
      const foot = address === null ? [] : [printedLink(address)]
      const whole = { ...tree, children: [...tree.children, ...foot] }
      return send(c, 200, { title: shown.notice.title, tree: whole, extra: card(shown, address, publicUrl) })
    }
    default:
      return found satisfies never
  }
}

/** [A9] The same for a link without a date as for one that is none. */
async function calendar(c: Asked, parts: Parts): Promise<Response> {
  const found = await find(c.req.param('slug') ?? '', parts)
  const address = found.is === 'standing' ? `${parts.publicUrl ?? ''}/t/${found.slug}` : ''
  const file = found.is === 'standing' ? calendarFile(found.shown, { address, now: parts.clock() }) : null
  if (file === null)
    return send(c, 404, { title: 'Không tìm thấy thông báo', tree: unknownPage(), extra: [] })
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="lich.ics"',
    'cache-control': 'no-cache',
  })
}

/** On paper only: whoever reads the sheet on the wall comes to the page. */
function printedLink(address: string): PageNode {
  const { data } = encode(address, { ecc: 'M', border: 1 })
  const path: PageNode = { tag: 'path', attributes: { d: strokesOf(data), stroke: '#000' }, children: [] }
  const size = String(data.length)
  const code: PageNode = {
    tag: 'svg',
    attributes: { viewBox: `0 -0.5 ${size} ${size}`, role: 'img', 'aria-label': 'Mã QR' },
    children: [path],
  }
  const words: PageNode = { tag: 'p', attributes: {}, children: [`Đọc trên điện thoại: ${address}`] }
  return { tag: 'div', attributes: { class: 'print-only' }, children: [code, words] }
}

/** A stroke for each run of dark dots: the shortest way to write a code, and the page has to stay small. */
function strokesOf(rows: readonly (readonly boolean[])[]): string {
  const strokes = rows.map((row, y) => {
    const runs = [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/gu),
    ]
    return runs.map(({ 0: run, index }) => `M${index} ${y}h${run.length}`).join('')
  })
  return strokes.join('')
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
