import { expect, it } from 'vitest'
import { clearWordsOn } from '#shared/rulesets/clear-words.ts'
import { SIX_CLEAR, unclearIn } from './clear-task.ts'

const NOTHING = {
  ...{ title: '', owner: '', deadline: '', permanent: false },
  ...{ responsibility: '', product: '', authority: '' },
}
const unclear = (said: Partial<typeof NOTHING>) =>
  unclearIn({ ...NOTHING, ...said }, clearWordsOn('2026-12-03'))

it('[T19] who, what, by when, what he answers for, what comes of it, what he may decide: each until it is said', () => {
  expect(unclear({})).toEqual([...SIX_CLEAR])
  expect(unclear({ title: 'Đường' })).toContain('work')
  const work = { title: 'Vận động bà con hiến đất', owner: 'dung-person' }
  expect(unclear(work)).toEqual(['time', 'responsibility', 'product', 'authority'])
  expect(unclear({ ...work, permanent: true })).not.toContain('time')
  expect(unclear({ ...work, title: 'Vận động 5 hộ hiến đất', deadline: '2026-12-28' })).toEqual([
    ...['responsibility', 'authority'],
  ])
  expect(
    unclear({
      ...{ ...work, deadline: '2026-12-28', responsibility: 'Bí thư kiểm tra', product: 'Danh sách hộ' },
      ...{ authority: 'Được huy động đoàn viên' },
    }),
  ).toEqual([])
})
