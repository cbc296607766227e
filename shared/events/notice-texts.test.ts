import { describe, expect, it } from 'vitest'
import { chatText, loudspeakerText, smsText } from './notice-texts.ts'

const link = 'https://so.thanhmoc.example/t/abcdefghijklmnopqrstuv'
const told = {
  notice: {
    title: 'Ra quân nạo vét mương nội đồng',
    body: 'Mời mỗi nhà một người.\nMang theo cuốc, xẻng',
    when: '2026-12-05T06:30',
    where: 'Đầu mương cây gạo',
  },
  unit: 'Chi bộ khu Đồng Mít',
  link,
}

describe('[A7] an announcement said elsewhere', () => {
  it('in a chat: heading, when, where, text, who, link', () => {
    expect(chatText(told).split('\n')).toEqual([
      'RA QUÂN NẠO VÉT MƯƠNG NỘI ĐỒNG',
      'Thời gian: 6 giờ 30, thứ Bảy, ngày 05/12/2026',
      'Địa điểm: Đầu mương cây gạo',
      '',
      'Mời mỗi nhà một người.',
      'Mang theo cuốc, xẻng',
      '',
      'Chi bộ khu Đồng Mít',
      link,
    ])
  })

  it('as one message without marks, with its link whole', () => {
    const sms = smsText(told)
    expect(sms.length).toBeLessThanOrEqual(160)
    expect(sms).toMatch(/^[ -~]+$/)
    expect(sms).toContain('Chi bo khu Dong Mit. Ra quan nao vet muong noi dong. 06h30 ngay 05/12')
    expect(sms.endsWith(link)).toBe(true)
  })

  it('as one message also when everything is long: whole facts or none, the link never cut', () => {
    const long = { ...told.notice, title: 'Đ'.repeat(120), where: 'ở '.repeat(80), body: 'ế'.repeat(4000) }
    const sms = smsText({ ...told, notice: long })
    expect(sms.length).toBeLessThanOrEqual(160)
    expect(sms.endsWith(link)).toBe(true)
    expect(sms.startsWith('Chi bo khu Dong Mit')).toBe(true)
  })

  it('aloud: dates as they are spoken, the facts twice, nothing to click', () => {
    const text = loudspeakerText(told)
    expect(text.match(/6 giờ 30 phút, thứ Bảy, ngày 5 tháng 12 năm 2026/gu)).toHaveLength(2)
    expect(text).toContain('Chi bộ khu Đồng Mít xin thông báo: Ra quân nạo vét mương nội đồng.')
    expect(text).toContain('Mang theo cuốc, xẻng.')
    expect(text).not.toContain('http')
  })

  it('without date and place says nothing of them', () => {
    const { when: _, where: __, ...notice } = told.notice
    for (const text of [chatText({ ...told, notice }), loudspeakerText({ ...told, notice })])
      expect(text).not.toMatch(/Thời gian|Địa điểm|nhắc lại/u)
    expect(loudspeakerText({ ...told, notice: { ...notice, when: '2026-12-10' } })).toContain(
      'Thời gian: Thứ Năm, ngày 10 tháng 12 năm 2026.',
    )
  })
})
