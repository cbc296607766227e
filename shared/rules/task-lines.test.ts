import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '#shared/records/content.ts'
import { MONTHLY_RESOLUTION } from '#shared/rulesets/templates.ts'
import { guessOwner, taskLines } from './task-lines.ts'

const line = (text: string, kind: BlockKind | null = null, depth = 0): Block => ({
  part: 'block',
  kind,
  depth,
  runs: text === '' ? [] : [{ text }],
})

describe('[T8] the tasks in a resolution', () => {
  it('stand under the heading that names tasks, up to the next one', () => {
    const content = [
      line('I- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG TRƯỚC', 'heading'),
      line('Đã làm xong đường.'),
      line('II- NHIỆM VỤ THÁNG 01', 'heading'),
      line('1. Kinh tế', 'heading', 1),
      line('Vận động 5 hộ hiến đất', 'number'),
      line('', 'number'),
      line('Thu quỹ khuyến học', 'bullet'),
      line('III- TỔ CHỨC THỰC HIỆN', 'heading'),
      line('Chi ủy theo dõi.'),
    ]
    expect(taskLines(content)).toEqual(['Vận động 5 hộ hiến đất', 'Thu quỹ khuyến học'])
  })

  it('are none where nothing was written under it, or there is no such part', () => {
    expect(taskLines(MONTHLY_RESOLUTION.content)).toEqual([])
    expect(taskLines([line('Một đoạn văn.')])).toEqual([])
    expect(taskLines([])).toEqual([])
  })

  it('stand under the second heading where none names tasks', () => {
    const content = [
      line('Tình hình', 'heading'),
      line('a'),
      line('Việc làm', 'heading'),
      line('b'),
      line('b'),
    ]
    expect(taskLines(content)).toEqual(['b'])
  })
})

describe('whom a line names', () => {
  const people = [
    { id: 'an', name: 'Bùi Thị Thu An' },
    { id: 'binh', name: 'Đinh Công Bình' },
    { id: 'binh2', name: 'Lê Văn Bình' },
  ]
  it.each([
    ['Đinh Công Bình vận động 5 hộ hiến đất', 'binh'],
    ['Giao đồng chí An thu quỹ', 'an'],
    ['Giao đ/c An thu quỹ', 'an'],
    ['Đồng chí Bình phụ trách', null],
    ['An toàn giao thông dịp Tết', null],
    ['Bùi Thị Thu An và Lê Văn Bình cùng làm', null],
  ])('%s: %s', (text, owner) => expect(guessOwner(text, people)).toBe(owner))
})
