import { describe, expect, it } from 'vitest'
import { callAloud, callForChat, callForSms, type Call } from './call-texts.ts'

const CALL: Call & { topic: string } = {
  type: 'thematic',
  month: '2026-12',
  startsAt: '2026-12-03T19:30',
  place: 'Nhà văn hóa khu Đồng Mít',
  unit: 'Chi bộ khu Đồng Mít',
  topic: 'Chuyện riêng của đồng chí Bình',
}

describe('[M46] what goes out of the cell', () => {
  it('names kind, time and place, and nothing that is planned', () => {
    const texts = [callForChat(CALL), callForSms(CALL), callAloud(CALL)]
    for (const text of texts) expect(text).not.toMatch(/Bình|Binh/u)
    expect(texts[0]).toContain('19 giờ 30, thứ Năm, ngày 03/12/2026')
    expect(texts[0]).toContain('sinh hoạt chi bộ chuyên đề tháng 12/2026')
    expect(texts[1]).toBe(
      'Chi bo khu Dong Mit moi dong chi du sinh hoat chi bo chuyen de: 19h30 ngay 03/12, Nha van hoa khu Dong Mit',
    )
    expect(texts[0]).toContain('Địa điểm: Nhà văn hóa khu Đồng Mít')
    for (const fact of ['19 giờ 30 phút', 'Nhà văn hóa khu Đồng Mít'])
      expect(texts[2]?.split('\n').filter((line) => line.includes(fact))).toHaveLength(2)
  })

  it('a message is one message, with time and place whole', () => {
    const place = 'Nhà văn hóa khu dân cư số 4, đối diện trường tiểu học Đồng Mít, cạnh trạm y tế xã'
    const text = callForSms({ ...CALL, unit: 'Chi bộ tổ dân phố '.repeat(4), place })
    expect(text.length).toBeLessThanOrEqual(160)
    expect(text).toMatch(/19h30 ngay 03\/12/u)
    expect(text).toContain('canh tram y te xa')
  })
})
