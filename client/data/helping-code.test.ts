import { expect, it } from 'vitest'
import { codeIsRight, hashedCode } from './helping-code.ts'

it('the code opens, another does not, and what is kept tells it nobody', async () => {
  const kept = await hashedCode('2468')
  expect(await codeIsRight('2468', kept)).toBe(true)
  expect(await codeIsRight('2469', kept)).toBe(false)
  expect(JSON.stringify(kept)).not.toContain('2468')
  expect((await hashedCode('2468')).hash).not.toBe(kept.hash)
})
