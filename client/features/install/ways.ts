import { install } from '#client/i18n/vi/install.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { Browser } from './browser.ts'

const t = wordsOf('install', install)

/** Where in the picture of a browser the finger goes: a sign in its bar, a line of its menu, or the icon at the end. */
export type Picture =
  | { of: 'bar'; at: 'top' | 'bottom'; sign: 'dots' | 'lines' | 'share' }
  | { of: 'menu'; line: string }
  | { of: 'icon' }

export type Step = { words: string; picture: Picture }

/** The way to an icon on the home screen, by browser; the words of menus are those of the Vietnamese browsers. */
export function wayOf(browser: Browser): readonly Step[] {
  return [...toTheMenu(browser), { words: t('stepIcon'), picture: { of: 'icon' } }]
}

function toTheMenu(browser: Browser): Step[] {
  switch (browser) {
    case 'chrome':
      return [
        { words: t('chromeMenu'), picture: { of: 'bar', at: 'top', sign: 'dots' } },
        { words: t('chromeAdd'), picture: { of: 'menu', line: 'Thêm vào màn hình chính' } },
        { words: t('chromeInstall'), picture: { of: 'menu', line: 'Cài đặt' } },
      ]
    case 'samsung':
      return [
        { words: t('samsungMenu'), picture: { of: 'bar', at: 'bottom', sign: 'lines' } },
        { words: t('samsungAdd'), picture: { of: 'menu', line: 'Thêm trang vào' } },
        { words: t('samsungHome'), picture: { of: 'menu', line: 'Màn hình chờ' } },
      ]
    case 'iphone':
      return [
        { words: t('iphoneShare'), picture: { of: 'bar', at: 'bottom', sign: 'share' } },
        { words: t('iphoneAdd'), picture: { of: 'menu', line: 'Thêm vào MH chính' } },
      ]
    case 'other':
      return [{ words: t('otherMenu'), picture: { of: 'menu', line: 'Cài đặt ứng dụng' } }]
    default:
      return browser satisfies never
  }
}
