import { describe, expect, it } from 'vitest'
import { effectScope, onScopeDispose, ref } from 'vue'
import { later } from './later.ts'

const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

describe('an answer whose question is fetched first', () => {
  it('is nothing until then, and follows from then on', async () => {
    const source = ref<string | undefined>('một')
    const scope = effectScope()
    const answer = scope.run(() => later(Promise.resolve(() => source)))
    expect(answer?.value).toBeUndefined()
    await settled()
    expect(answer?.value).toBe('một')
    source.value = 'hai'
    await settled()
    expect(answer?.value).toBe('hai')
    scope.stop()
  })

  it('ends with its asker, and is never asked when he is gone before', async () => {
    let [asked, ended] = [0, 0]
    const question = () => {
      asked++
      onScopeDispose(() => ended++)
      return ref<string | undefined>('một')
    }
    const stays = effectScope()
    stays.run(() => later(Promise.resolve(question)))
    await settled()
    stays.stop()
    expect([asked, ended]).toEqual([1, 1])
    const leaves = effectScope()
    leaves.run(() => later(Promise.resolve(question)))
    leaves.stop()
    await settled()
    expect(asked).toBe(1)
  })
})
