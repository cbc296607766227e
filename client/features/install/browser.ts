/** Browsers whose way to an icon differs. */
export const BROWSERS = ['chrome', 'samsung', 'iphone', 'other'] as const
export type Browser = (typeof BROWSERS)[number]

/** Which way is shown first. A guess by the browser's name: every way stands on the page. */
export function browserOf(userAgent: string): Browser {
  if (/SamsungBrowser/.test(userAgent)) return 'samsung'
  if (/iPhone|iPad/.test(userAgent)) return 'iphone'
  if (/Chrome\//.test(userAgent) && !/OPR\/|Edg\//.test(userAgent)) return 'chrome'
  return 'other'
}
