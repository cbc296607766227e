import {
  noticePage,
  noticeSummary,
  runOutPage,
  withdrawnPage,
  type PageNode,
  type ShownPicture,
} from '#shared/events/notice-page.ts'
import { BOARD_RECORD } from '#shared/records/board.ts'
import type { Asked } from '#server/routes/answers.ts'
import { wholeAttachment } from '#server/routes/attachment-answer.ts'
import type { Route } from '#server/routes/registry.ts'
import type { Publication, Storage } from '#server/storage/storage.ts'
import { findNotice, type PageParts, type Said } from './find-page.ts'
import type { OpeningCounter } from './openings.ts'
import { baseOf, meta, printedLink, sendPage, sendUnknown } from './send-page.ts'

type Parts = PageParts & { openings: OpeningCounter }
type Standing = { said: Said; publication: Publication }

/** One announcement for the neighbourhood. */
export function announcementPageRoutes(parts: Parts): Route[] {
  return [{ method: 'GET', path: '/t/:slug', policy: 'public', answer: (c) => page(c, parts) }]
}

async function page(c: Asked, parts: Parts): Promise<Response> {
  const found = await findNotice(c.req.param('slug') ?? '', parts)
  switch (found.is) {
    case 'unknown':
      return sendUnknown(c)
    case 'withdrawn':
      return sendPage(c, 410, { title: 'Thông báo đã được thu lại', tree: withdrawnPage(found.said) })
    case 'runOut':
      return sendPage(c, 410, { title: 'Thông báo đã hết hạn', tree: runOutPage(found.said) })
    case 'standing':
      parts.openings.count(found.publication.slug, c.req.raw)
      return standing(c, found, parts)
    default:
      return found satisfies never
  }
}

async function standing(c: Asked, { said, publication }: Standing, parts: Parts): Promise<Response> {
  const { storage, publicUrl } = parts
  const { slug, scope } = publication
  const base = baseOf(c, publicUrl)
  const address = base === null ? null : `${base}/t/${slug}`
  const board = await storage.publicationOf(scope, BOARD_RECORD)
  const tree = noticePage({
    ...said,
    ...(said.notice.when === undefined ? {} : { calendar: `/t/${slug}/lich.ics` }),
    ...(await pictureOf(said, publication, storage)),
    ...(board && board.withdrawnAt === null ? { board: `/c/${board.slug}` } : {}),
  })
  const foot = address === null ? [] : [printedLink(address)]
  const whole = { ...tree, children: [...tree.children, ...foot] }
  const image = base === null ? [] : await imageForMessengers({ said, publication, storage, base })
  return sendPage(c, 200, {
    title: said.notice.title,
    tree: whole,
    extra: [...summary(said, address), ...image],
  })
}

/** [A12, A14] */
async function pictureOf(
  { notice: { picture } }: Said,
  { slug, scope }: Publication,
  storage: Storage,
): Promise<{ picture?: ShownPicture }> {
  if (!picture) return {}
  if (!(await wholeAttachment(storage, scope, picture.id))) return { picture: 'onItsWay' }
  return { picture: { src: `/t/${slug}/anh?v=${short(picture.id)}` } }
}

/** What a messenger shows beside the link. */
function summary(said: Said, address: string | null): PageNode[] {
  const { title, description } = noticeSummary(said)
  return [
    meta({ name: 'description', content: description }),
    og('type', 'article'),
    og('locale', 'vi_VN'),
    og('site_name', said.unit),
    og('title', title),
    og('description', description),
    ...(address === null ? [] : [og('url', address)]),
  ]
}

type Shown = Standing & { storage: Storage; base: string }

/** [A13] The card, else the picture, else our own mark. Messengers keep what they fetched, so each has a name of its own. */
async function imageForMessengers({ said, publication, storage, base }: Shown): Promise<PageNode[]> {
  const { slug, scope } = publication
  const { card, notice } = said
  if (card && (await wholeAttachment(storage, scope, card.id)))
    return image(`${base}/t/${slug}/the?v=${short(card.id)}`, { width: 1200, height: 630 })
  const { picture } = notice
  if (picture && (await wholeAttachment(storage, scope, picture.id)))
    return image(`${base}/t/${slug}/anh?v=${short(picture.id)}`, picture)
  return [og('image', `${base}/icon-512.png`)]
}

function image(address: string, { width, height }: { width: number; height: number }): PageNode[] {
  return [
    og('image', address),
    og('image:width', String(width)),
    og('image:height', String(height)),
    meta({ name: 'twitter:card', content: 'summary_large_image' }),
  ]
}

const og = (property: string, content: string): PageNode => meta({ property: `og:${property}`, content })
const short = (id: string): string => id.slice(0, 8)
