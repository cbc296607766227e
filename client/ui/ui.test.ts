import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CheckCode from './CheckCode.vue'
import FieldDateTime from './FieldDateTime.vue'
import FieldText from './FieldText.vue'
import { pathOfDots } from './qr-path.ts'
import { numbered, type SheetPart } from './sheet.ts'

describe('a field', () => {
  it('ties its error to the input', () => {
    const field = mount(FieldText, {
      props: { label: 'Họ và tên', modelValue: '', error: 'Ghi đủ họ và tên.' },
    })
    const input = field.get('input')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(field.get(`[id="${input.attributes('aria-describedby')}"]`).text()).toBe('Ghi đủ họ và tên.')
    expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
  })

  it('of a day and an hour keeps the hour when the day changes, and drops it with the day', async () => {
    const field = mount(FieldDateTime, {
      props: { legend: 'Thời gian', dayLabel: 'Ngày', timeLabel: 'Giờ', modelValue: '2026-12-03T19:30' },
    })
    const [day, time] = field.findAll('input')
    await day?.setValue('2026-12-04')
    await time?.setValue('')
    await day?.setValue('')
    expect(field.emitted('update:modelValue')).toEqual([['2026-12-04T19:30'], ['2026-12-04'], ['']])
  })
})

describe('a check code', () => {
  it('stands three and three, and is read digit by digit', () => {
    const code = mount(CheckCode, { props: { code: '407913', label: 'Số' } })
    expect(code.findAll('[aria-hidden]').map((half) => half.text())).toEqual(['407', '913'])
    expect(code.get('.unseen').text()).toBe('4 0 7 9 1 3')
  })
})

describe('a QR code', () => {
  it('is one path with joined neighbours', () => {
    expect(
      pathOfDots([
        [true, true, false, true],
        [false, false, true, false],
      ]),
    ).toBe('M0 0h2v1H0zM3 0h1v1H3zM2 1h1v1H2z')
  })
})

describe('numbers in a text', () => {
  const item = (depth: number): SheetPart => ({ part: 'block', kind: 'number', depth, runs: [] })
  const plain: SheetPart = { part: 'block', kind: null, depth: 0, runs: [] }

  it('count by depth and begin anew after other text', () => {
    const parts = [item(0), item(1), item(1), item(0), item(1), plain, item(0)]
    expect(numbered(parts, []).map((line) => line.number)).toEqual(['1.', 'a)', 'b)', '2.', 'a)', null, '1.'])
  })
})
