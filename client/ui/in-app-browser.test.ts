import { describe, expect, it } from 'vitest'
import { appAround, chromeLink } from './in-app-browser.ts'

const CHROME =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'

describe('a browser inside another app', () => {
  it.each([
    [`${CHROME} Zalo android/12345 ZaloTheme/light`, 'Zalo'],
    [`${CHROME} [FB_IAB/FB4A;FBAV/440.0;]`, 'Facebook'],
    [`${CHROME} [FBAN/MessengerForiOS;FBAV/440.0]`, 'Messenger'],
    [CHROME, null],
  ])('%s is inside %s', (userAgent, name) => {
    expect(appAround(userAgent)).toBe(name)
  })

  it('hands the whole link on to Chrome, its secret included', () => {
    expect(chromeLink('https://so.example/enrol#secret.print')).toBe(
      'intent://so.example/enrol#secret.print#Intent;scheme=https;package=com.android.chrome;end',
    )
  })
})
