import { boardPage, closedBoardPage, MOST_ON_BOARD, type BoardLine } from '#shared/events/board-page.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import type { Asked } from '#server/routes/answers.ts'
import type { Route } from '#server/routes/registry.ts'
import { findBoard, saidIn, type PageParts } from './find-page.ts'
import { baseOf, printedLink, sendPage, sendUnknown } from './send-page.ts'

/** [A15] All that a cell announces at this moment, on one page that can hang on a wall. */
export function boardPageRoutes(parts: PageParts): Route[] {
  return [
    { method: 'GET', path: '/c/:slug', policy: 'public', answer: (c) => board(c, parts) },
    { method: 'GET', path: '/c/*', policy: 'public', answer: sendUnknown },
  ]
}

async function board(c: Asked, parts: PageParts): Promise<Response> {
  const slug = c.req.param('slug') ?? ''
  const found = await findBoard(slug, parts)
  if (!found) return sendUnknown(c)
  const title = `Thông báo của ${found.unit}`
  if (!found.isOpen) return sendPage(c, 410, { title, tree: closedBoardPage(found) })
  const tree = boardPage({ ...found, lines: await linesOf(found.scope, parts), asOf: parts.clock() })
  const base = baseOf(c, parts.publicUrl)
  const foot = base === null ? [] : [printedLink(`${base}/c/${slug}`)]
  return sendPage(c, 200, { title, tree: { ...tree, children: [...tree.children, ...foot] } })
}

/** What stands today, newest first. */
async function linesOf(scope: string, { storage, clock }: PageParts): Promise<BoardLine[]> {
  const today = dayInVietnam(clock())
  const lines = (await storage.publicationsOn(today, scope)).flatMap((publication) => {
    const said = saidIn(publication)
    if (!said || said.lastDay < today) return []
    const { title, when, where } = said.notice
    const facts = { ...(when === undefined ? {} : { when }), ...(where ? { where } : {}) }
    const at = said.correctedAt ?? said.publishedAt
    return [{ title, ...facts, href: `/t/${publication.slug}`, at }]
  })
  return lines.toSorted((a, b) => b.at - a.at).slice(0, MOST_ON_BOARD)
}
