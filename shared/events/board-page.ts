import type { Instant } from '#shared/records/ids.ts'
import { dayAndHour, instantInVietnam } from './notice-dates.ts'
import { fromWhom, gonePage, link, node, type From, type PageNode } from './notice-page.ts'

/** What the list tells of one announcement. */
export type BoardLine = { title: string; when?: string; where?: string; href: string; at: Instant }

/** [A15] More than a village announces at once, and the page stays small. */
export const MOST_ON_BOARD = 20

/** [A15] What a cell announces at a moment, newest first. */
export function boardPage({
  lines,
  asOf,
  ...from
}: From & { lines: readonly BoardLine[]; asOf: Instant }): PageNode {
  const list = lines.map(({ title, when, where, href, at }) =>
    node('li', 'line', [
      link('line-title', href, title),
      ...(when === undefined ? [] : [node('p', 'value', [dayAndHour(when)])]),
      ...(where === undefined ? [] : [node('p', 'place', [where])]),
      node('p', 'said', [`Đăng lúc ${instantInVietnam(at)}`]),
    ]),
  )
  const empty = node('p', 'body', ['Hiện chi bộ không có thông báo nào.'])
  return node('main', 'notice board', [
    fromWhom(from),
    node('h1', 'title', ['Thông báo gửi bà con']),
    list.length === 0 ? empty : node('ul', 'lines', list),
    node('footer', 'about', [
      node('p', 'dates', [`Tính đến ${instantInVietnam(asOf)}. Mở lại trang này để xem thông báo mới.`]),
      node('p', 'hint', ['Bà con cần hỏi thêm, xin gặp chi bộ hoặc trưởng khu.']),
    ]),
  ])
}

/** [A15] The secretary closed it; what it listed may still stand under links of its own. */
export const closedBoardPage = (from: From): PageNode =>
  gonePage(
    from,
    'Trang thông báo này đã đóng',
    'Chi bộ không dùng trang này nữa. Bà con cần hỏi thêm, xin gặp chi bộ hoặc trưởng khu.',
  )
