import type { SyncTrouble } from '#client/data/views.ts'

const FRAMES = 'application/octet-stream'
const OURS = 'application/json'

/**
 * Why an answer to a sync is none, or null when it is a run of frames. Our server refuses in JSON; whatever else comes
 * is of something between here and there: the page of a Wi-Fi that wants a sign-in, or a proxy whose server is away.
 */
export function troubleWith(status: number, contentType: string | null): SyncTrouble | null {
  if (status === 200 && contentType === FRAMES) return null
  if (!contentType?.startsWith(OURS)) return AWAY.has(status) ? 'serverBroken' : 'foreignPage'
  if (status === 507) return 'serverFull'
  if (status === 401) return 'notKnown'
  return status >= 500 ? 'serverBroken' : 'notUnderstood'
}

/** What proxies say in the name of a server that does not answer them. */
const AWAY = new Set([500, 502, 503, 504])
