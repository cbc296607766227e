import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearsSecrecyMarking, commandBearsMarking } from './secrecy-marking.ts'

describe('[S18] a marking of secrecy', () => {
  it.each([
    'MẬT',
    '  - TỐI MẬT -  ',
    'Tuyệt mật',
    'Kế hoạch tháng 12\nMẬT\nNội dung',
    'Độ mật: Mật',
    'Mức độ mật: TỐI MẬT',
    '[MẬT] Kế hoạch bảo vệ',
    'Báo cáo tình hình (TUYỆT MẬT)',
    '**MẬT**',
    'M\u1EACT'.normalize('NFD'),
  ])('%j is one', (text) => {
    expect(bearsSecrecyMarking(text)).toBe(true)
  })

  it.each([
    'Hướng dẫn bà con nuôi ong mật',
    'MẬT ONG RỪNG ĐỒNG MÍT',
    'mật',
    'Mật độ gieo trồng: 45 khóm',
    'Giữ bí mật nhà nước',
    'BÍ MẬT',
    'Chia sẻ mật khẩu là sai',
    'Họp (mật độ dân cư)',
    '',
  ])('%j is none', (text) => {
    expect(bearsSecrecyMarking(text)).toBe(false)
  })

  it('is found wherever it stands by itself, and never because words stand around it in its line', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/u)
    const grade = fc.constantFrom('MẬT', 'TỐI MẬT', 'TUYỆT MẬT')
    fc.assert(
      fc.property(words, grade, words, (before, mark, after) => {
        expect(bearsSecrecyMarking(`${before}\n${mark}\n${after}`)).toBe(true)
        expect(bearsSecrecyMarking(`${before} ${mark} ${after}`)).toBe(false)
      }),
    )
  })

  it('is found in every text of a command, however deep', () => {
    const item = (title: string) => ({ do: 'putAgendaItem', item: { id: 'item-0001', title, minutes: 5 } })
    expect(commandBearsMarking(item('TỐI MẬT'))).toBe(true)
    expect(commandBearsMarking({ do: 'planMeeting', agenda: [item('Nuôi ong mật').item] })).toBe(false)
  })
})
