/** Browsers inside other apps cannot keep a book; their names as people know them. */
const INSIDE = [
  { name: 'Zalo', sign: /zalo/i },
  { name: 'Facebook', sign: /\bFB(AN|AV|_IAB)\b|FBIOS/ },
  { name: 'Messenger', sign: /messenger/i },
] as const

export function appAround(userAgent: string): string | null {
  if (/messenger/i.test(userAgent)) return 'Messenger'
  return INSIDE.find((app) => app.sign.test(userAgent))?.name ?? null
}

/** Opens the link in Chrome on Android; Android splits at the last `#`, so the link's own fragment survives. */
export function chromeLink(link: string): string {
  const { protocol, host, pathname, search, hash } = new URL(link)
  const scheme = protocol.slice(0, -1)
  return `intent://${host}${pathname}${search}${hash}#Intent;scheme=${scheme};package=com.android.chrome;end`
}

export const isAndroid = (userAgent: string): boolean => /android/i.test(userAgent)
