import { createHash } from 'node:crypto'
import { encode } from 'uqr'
import { unknownPage, type PageNode } from '#shared/events/notice-page.ts'
import { NOTICE_STYLE } from '#shared/events/notice-style.ts'
import type { Asked } from '#server/routes/answers.ts'
import { html } from './html.ts'

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

export type Page = { title: string; tree: PageNode; extra?: readonly PageNode[] }

/** A page for strangers: plain HTML that any old browser in a messenger can read. */
export function sendPage(c: Asked, status: 200 | 404 | 410, { title, tree, extra = [] }: Page): Response {
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

/** [A17] One answer for whatever is none of our pages. */
export const sendUnknown = (c: Asked): Response =>
  sendPage(c, 404, { title: 'Không tìm thấy thông báo', tree: unknownPage() })

/**
 * Base of the links on a page: the one the operator set, else the address it was asked at, so that a sheet printed from
 * a server without one still leads back to it. Whatever is no plain host name is none.
 */
export function baseOf(c: Asked, publicUrl: string | null): string | null {
  if (publicUrl !== null) return publicUrl
  const { protocol, host } = new URL(c.req.url)
  return /^[a-z0-9.-]+(:\d+)?$/iu.test(host) ? `${protocol}//${host}` : null
}

/** On paper only: whoever reads the sheet on the wall comes to the page. */
export function printedLink(address: string): PageNode {
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

export const meta = (attributes: Record<string, string>): PageNode => ({
  tag: 'meta',
  attributes,
  children: [],
})

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
