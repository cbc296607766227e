import { expect, it } from 'vitest'
import { groupedSlipCode, readSlipCode } from './slip-code.ts'

const CODE = '4071339002158846'

it('[E12] a slip’s code is read however it was typed, and nothing else is', () => {
  expect(groupedSlipCode(CODE)).toBe('4071 3390 0215 8846')
  for (const typed of [
    CODE,
    groupedSlipCode(CODE),
    ' 4071-3390-0215-8846 ',
    '4071.3390.0215.8846',
    '４０７１３３９００２１５８８４６',
  ])
    expect(readSlipCode(typed), typed).toBe(CODE)
  for (const wrong of ['', '4071 3390 0215 884', `${CODE}1`, '4071 3390 0215 884O', 'bốn nghìn'])
    expect(readSlipCode(wrong), wrong).toBeNull()
})
