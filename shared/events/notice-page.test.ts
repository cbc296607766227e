import { describe, expect, it } from 'vitest'
import { dayAndHour, instantInVietnam } from './notice-dates.ts'
import { noticePage, noticeSummary, unknownPage, withdrawnPage, type PageNode } from './notice-page.ts'

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
    const plain = ['main', 'header', 'footer', 'h1', 'p', 'div', 'dl', 'dt', 'dd']
    for (const page of [noticePage(shown), withdrawnPage(shown), unknownPage()])
      for (const tag of tags(page)) expect(plain).toContain(tag)
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
