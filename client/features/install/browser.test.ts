import { expect, it } from 'vitest'
import { browserOf } from './browser.ts'

const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36`, 'chrome'],
  [`${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'samsung'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'iphone',
  ],
  [`${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36 OPR/90.0`, 'other'],
  ['Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'other'],
])('%s is told the way of %s first', (userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser)
})
