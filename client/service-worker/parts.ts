import { registerRoute } from 'workbox-routing'
import type { Worker } from './worker.ts'

declare const self: Worker

/** Where parts lie that not every phone has; the page puts them there too (`client/data/parts.ts`). */
const PARTS = 'parts'

type Part = { name: string; files: string[] }

/** A part that was used once, or asked for, is there without a network; a new version brings the same parts along. */
export function keepParts(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
    async ({ request }) => {
      const kept = await caches.match(request)
      if (kept) return kept
      const answer = await fetch(request)
      if (answer.ok && (await isOfAPart(request.url)))
        await (await caches.open(PARTS)).put(request, answer.clone())
      return answer
    },
  )
  self.addEventListener('install', (event) => event.waitUntil(bringAlong()))
  self.addEventListener('activate', (event) => event.waitUntil(dropOld()))
}

/** Nobody waits for it: what cannot be fetched now is fetched when it is used. */
async function bringAlong(): Promise<void> {
  const cache = await caches.open(PARTS)
  const names = new Set((await namesIn(cache)).filter(Boolean))
  const files = ((await partsNow('reload')) ?? [])
    .filter(({ name }) => names.has(name))
    .flatMap((part) => part.files)
  await cache.addAll(files).catch(() => undefined)
}

async function dropOld(): Promise<void> {
  const parts = await partsNow('default')
  if (!parts) return // without a network nobody knows what is old
  const cache = await caches.open(PARTS)
  const now = new Set(parts.flatMap(({ files }) => files))
  for (const request of await cache.keys())
    if (!now.has(new URL(request.url).pathname)) await cache.delete(request)
}

/** Names of the parts that lie in the cache, by the list the running version has. */
async function namesIn(cache: Cache): Promise<string[]> {
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  const running = await caches.match('/parts.json', { ignoreSearch: true })
  const parts = running ? ((await running.json()) as Part[]) : []
  return parts.filter(({ files }) => files.some((file) => kept.has(file))).map(({ name }) => name)
}

/** The list of the newest version, from the server; null when nobody answers, or something else does. */
async function partsNow(cache: RequestCache): Promise<Part[] | null> {
  const answer = await fetch('/parts.json', { cache }).catch(() => null)
  const isList = answer?.ok && answer.headers.get('content-type')?.startsWith('application/json')
  return isList ? ((await answer.json()) as Part[]) : null
}

async function isOfAPart(url: string): Promise<boolean> {
  const { pathname } = new URL(url)
  return ((await partsNow('default')) ?? []).some(({ files }) => files.includes(pathname))
}
