import type { Notice } from '#shared/records/announcement.ts'
import type { Picture } from '#shared/records/attachment.ts'
import type { Instant } from '#shared/records/ids.ts'
import { dayAndHour, instantInVietnam } from './notice-dates.ts'

/** One element of a page: the server writes it as HTML, the app draws the same thing as a preview. */
export type PageNode = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly (PageNode | string)[]
}

export type PublicNotice = {
  notice: Notice
  /** Who speaks: the cell, and the committee above it. */
  unit: string
  superior: string
  publishedAt: Instant
  correctedAt?: Instant
  /** Last day it stands, `yyyy-mm-dd`. */
  lastDay?: string
  /** Where its date can be had as a calendar file; only on the real page. */
  calendar?: string
  /** Where its picture can be had; what is left out shows none. */
  picture?: ShownPicture
  /** Where all that the cell announces can be read, when that is open. */
  board?: string
}

/** A picture's address, or that its bytes are not there yet [A14]. */
export type ShownPicture = { src: string } | 'onItsWay'

/** [A4] What neighbours read: who says what, when and where. No name of a member stands on it. */
export function noticePage(shown: PublicNotice): PageNode {
  const { notice, unit, superior, publishedAt, correctedAt, lastDay, calendar, picture, board } = shown
  const { title, body, when, where } = notice
  const facts = [
    ...(when === undefined ? [] : [fact('Thời gian', dayAndHour(when))]),
    ...(where === undefined || where === '' ? [] : [fact('Địa điểm', where)]),
  ]
  const dates = [
    `Đăng lúc ${instantInVietnam(publishedAt)}.`,
    ...(correctedAt === undefined ? [] : [` Đã sửa lúc ${instantInVietnam(correctedAt)}.`]),
    ...(lastDay === undefined ? [] : [` Có giá trị đến hết ${dayAndHour(lastDay)}.`]),
  ]
  return node('main', 'notice', [
    fromWhom({ unit, superior }),
    node('h1', 'title', [title]),
    ...(facts.length > 0 ? [node('dl', 'facts', facts)] : []),
    ...(calendar === undefined ? [] : [link('calendar', calendar, 'Thêm vào lịch của máy')]),
    node('div', 'body', [body]),
    ...(picture === undefined || !notice.picture ? [] : [pictureOf(notice.picture, picture)]),
    node('footer', 'about', [
      node('p', 'dates', dates),
      ...(board === undefined ? [] : [link('board', board, 'Các thông báo khác của chi bộ')]),
      node('p', 'hint', ['Bà con cần hỏi thêm, xin gặp chi bộ hoặc trưởng khu.']),
    ]),
  ])
}

export type From = Pick<PublicNotice, 'unit' | 'superior'>

/** [A5] The link was good once; what stood there is not shown again. */
export const withdrawnPage = (from: From): PageNode =>
  gonePage(
    from,
    'Thông báo này đã được thu lại',
    'Chi bộ đã thu lại thông báo này, nội dung không còn áp dụng. Bà con cần hỏi thêm, xin gặp chi bộ hoặc trưởng khu.',
  )

/** [A6] The same when its time is over. */
export const runOutPage = (from: From): PageNode =>
  gonePage(
    from,
    'Thông báo này đã hết hạn',
    'Việc nêu trong thông báo đã qua, nội dung không còn hiện ở đây. Bà con cần hỏi thêm, xin gặp chi bộ hoặc trưởng khu.',
  )

export function gonePage(from: From, title: string, body: string): PageNode {
  return node('main', 'notice gone', [
    fromWhom(from),
    node('h1', 'title', [title]),
    node('div', 'body', [body]),
  ])
}

/** The same for a mistyped and for a guessed address. */
export function unknownPage(): PageNode {
  return node('main', 'notice gone', [
    node('h1', 'title', ['Không tìm thấy thông báo']),
    node('div', 'body', [
      'Đường dẫn có thể bị thiếu hoặc gõ nhầm. Xin bà con mở lại đúng đường dẫn đã nhận.',
    ]),
  ])
}

/** Title and first words, for the small card that a messenger shows beside the link. */
export function noticeSummary({ notice }: Pick<PublicNotice, 'notice'>): {
  title: string
  description: string
} {
  const { title, body, when, where } = notice
  const parts = [...(when === undefined ? [] : [dayAndHour(when)]), ...(where ? [where] : []), body]
  const words = parts.join(' · ').replace(/\s+/gu, ' ')
  const letters = [...words]
  return { title, description: letters.length > 160 ? `${letters.slice(0, 159).join('')}…` : words }
}

/** Who speaks. */
export function fromWhom({ unit, superior }: From): PageNode {
  return node('header', 'from', [
    ...(superior === '' ? [] : [node('p', 'superior', [superior])]),
    node('p', 'unit', [unit]),
  ])
}

/** [A12, A14] With its size, so that nothing jumps when it comes. */
function pictureOf({ width, height, alt = '' }: Picture, shown: ShownPicture): PageNode {
  if (shown === 'onItsWay')
    return node('p', 'picture waits', [
      'Thông báo có kèm ảnh, ảnh đang được gửi lên. Bà con mở lại sau ít phút.',
    ])
  const size = { width: String(width), height: String(height) }
  return node('figure', 'picture', [
    { tag: 'img', attributes: { src: shown.src, ...size, alt }, children: [] },
    ...(alt === '' ? [] : [node('figcaption', 'caption', [alt])]),
  ])
}

export function link(name: string, href: string, words: string): PageNode {
  return node('p', name, [{ tag: 'a', attributes: { href }, children: [words] }])
}

function fact(name: string, value: string): PageNode {
  return node('div', 'fact', [node('dt', 'name', [name]), node('dd', 'value', [value])])
}

export function node(tag: string, name: string, children: PageNode['children']): PageNode {
  return { tag, attributes: { class: name }, children }
}
