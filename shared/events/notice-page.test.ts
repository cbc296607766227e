import { describe, expect, it } from 'vitest'
import { boardPage, closedBoardPage } from './board-page.ts'
import { dayAndHour, instantInVietnam } from './notice-dates.ts'
import { noticePage, noticeSummary, unknownPage, withdrawnPage, type PageNode } from './notice-page.ts'

const LINE = { title: 'Họp khu dân cư', when: '2026-12-03', where: 'Nhà văn hóa', href: '/t/x', at: 9 }
const shown = {
  notice: {
    title: 'Họp khu dân cư',
    body: 'Kính mời bà con.\nMang theo giấy mời.',
    when: '2026-12-03T19:30',
    where: 'Nhà văn hóa khu Đồng Mít',
  },
  unit: 'Chi bộ khu Đồng Mít',
  superior: 'Đảng ủy xã Thanh Mộc',
  publishedAt: Date.UTC(2026, 11, 1, 7, 5),
}

function words(node: PageNode | string): string {
  return typeof node === 'string' ? node : node.children.map(words).join(' ')
}
function tags(node: PageNode | string): string[] {
  return typeof node === 'string' ? [] : [node.tag, ...node.children.flatMap(tags)]
}

describe('a notice for the neighbourhood', () => {
  it('[A4] says who speaks, what, when and where, in words for bà con', () => {
    const text = words(noticePage(shown))
    for (const part of [
      'Đảng ủy xã Thanh Mộc',
      'Chi bộ khu Đồng Mít',
      'Họp khu dân cư',
      'Nhà văn hóa khu Đồng Mít',
      'Bà con',
    ])
      expect(text).toContain(part)
    expect(text).toContain('19 giờ 30, thứ Năm, ngày 03/12/2026')
    expect(text).toContain('Đăng lúc 14:05, 01/12/2026.')
    expect(text).not.toContain('Đã sửa')
  })

  it('[A4] keeps the line breaks of its text', () => {
    expect(words(noticePage(shown))).toContain('Kính mời bà con.\nMang theo giấy mời.')
  })

  it('[A4] leaves out what is not said, and says when it was corrected', () => {
    const { when: _, where: __, ...notice } = shown.notice
    const bare = noticePage({ ...shown, notice, superior: '', correctedAt: Date.UTC(2026, 11, 1, 8) })
    expect(tags(bare)).not.toContain('dl')
    expect(words(bare)).toContain('Đã sửa lúc 15:00, 01/12/2026.')
  })

  it('is built of plain elements that a preview can draw and a server can write', () => {
    const full = { ...shown, calendar: '/x', board: '/c', picture: 'onItsWay' } as const
    const plain = [
      'main',
      'header',
      'footer',
      'h1',
      'p',
      'div',
      'dl',
      'dt',
      'dd',
      'a',
      'figure',
      'img',
      'figcaption',
      'ul',
      'li',
    ]
    for (const page of [
      noticePage(full),
      boardPage({ ...shown, lines: [LINE], asOf: 5 }),
      withdrawnPage(shown),
      unknownPage(),
    ])
      for (const tag of tags(page)) expect(plain).toContain(tag)
  })

  it('[A12] shows its picture with its size and its words, [A14] or says that it is on its way', () => {
    const picture = {
      ...{ id: 'p'.repeat(43), media: 'image/jpeg' as const, size: 9, width: 1024, height: 768 },
      alt: 'Sơ đồ đường đi',
    } as const
    const notice = { ...shown.notice, picture }
    const page = noticePage({ ...shown, notice, picture: { src: '/t/x/anh' } })
    expect(JSON.stringify(page)).toContain(
      '{"src":"/t/x/anh","width":"1024","height":"768","alt":"Sơ đồ đường đi"}',
    )
    expect(words(page)).toContain('Sơ đồ đường đi')
    const waiting = noticePage({ ...shown, notice, picture: 'onItsWay' })
    expect([tags(waiting).includes('img'), words(waiting)]).toEqual([
      false,
      expect.stringContaining('ảnh đang được gửi lên'),
    ])
    expect(tags(noticePage({ ...shown, notice }))).not.toContain('figure')
  })

  it('leads to all that the cell announces, where that is open', () => {
    expect(words(noticePage(shown))).not.toContain('thông báo khác')
    expect(JSON.stringify(noticePage({ ...shown, board: '/c/x' }))).toContain('{"href":"/c/x"}')
  })

  it('[A5] a withdrawn one shows nothing of what it said', () => {
    const text = words(withdrawnPage(shown))
    expect(text).toContain('đã được thu lại')
    expect(text).not.toContain('Họp khu dân cư')
  })

  it('its summary is short, whole letters, and says when first', () => {
    const { description } = noticeSummary({ notice: { ...shown.notice, body: '🌾'.repeat(300) } })
    expect(description).toMatch(/^19 giờ 30, thứ Năm, ngày 03\/12\/2026 · Nhà văn hóa/)
    expect([...description]).toHaveLength(160)
    expect(description.isWellFormed()).toBe(true)
  })
})

describe('the public list of a cell', () => {
  it('[A15] tells who, what, when and where of each, and as of when', () => {
    const text = words(boardPage({ ...shown, lines: [LINE], asOf: Date.UTC(2026, 11, 1, 7, 5) }))
    for (const part of ['Chi bộ khu Đồng Mít', 'Họp khu dân cư', 'Thứ Năm, ngày 03/12/2026', 'Nhà văn hóa'])
      expect(text).toContain(part)
    expect(text).toContain('Tính đến 14:05, 01/12/2026')
  })

  it('[A15] says so when there is nothing, and when it was closed', () => {
    expect(words(boardPage({ ...shown, lines: [], asOf: 5 }))).toContain('không có thông báo nào')
    expect(words(closedBoardPage(shown))).toContain('đã đóng')
  })
})

describe('dates as people say them', () => {
  it('names the day of the week', () => {
    expect(dayAndHour('2026-12-03')).toBe('Thứ Năm, ngày 03/12/2026')
    expect(dayAndHour('2026-12-06T07:00')).toBe('7 giờ, Chủ nhật, ngày 06/12/2026')
    expect(dayAndHour('2028-02-29T00:15')).toBe('0 giờ 15, thứ Ba, ngày 29/02/2028')
  })

  it('an instant is told by the clock of Viet Nam', () => {
    expect(instantInVietnam(Date.UTC(2026, 11, 31, 17, 30))).toBe('00:30, 01/01/2027')
  })
})
