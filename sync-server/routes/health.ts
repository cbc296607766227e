import { PROTOCOL } from '#shared/protocol/version.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Route } from './registry.ts'

export function healthRoutes(storage: Storage, app: string): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      policy: 'public',
      async answer(c) {
        const ok = (await storage.meta('lineage').catch(() => null)) !== null
        return c.json({ ok, app, protocol: PROTOCOL }, ok ? 200 : 503, { 'cache-control': 'no-store' })
      },
    },
  ]
}
