import { expect, it } from 'vitest'
import { LATEST_NEWS } from '#client/data/settings.ts'
import { news } from '#client/i18n/vi/news.ts'
import { NEWS } from './news.ts'

it('the newest entry is the one phones are told about, and no line is left over', () => {
  expect(NEWS.map(({ number }) => number)).toEqual(
    Array.from({ length: LATEST_NEWS }, (_, i) => LATEST_NEWS - i),
  )
  const told = NEWS.flatMap(({ lines }) => lines)
  expect(Object.keys(news).filter((key) => /^\d/.test(key))).toEqual(told)
})
