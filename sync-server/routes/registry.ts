import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Caller } from '#server/auth/sessions.ts'
import { StorageFull } from '#server/storage/storage.ts'
import { refuse, type Asked, type ServerEnv } from './answers.ts'
import type { LogLine } from './log.ts'

/**
 * Who may call a route at all. `public`: anybody; `setup`: whoever has the printed secret, which the route itself
 * asks for; `session`: a phone that was let in; `revokedToo`: also one that was shut out since.
 */
export const POLICIES = ['public', 'setup', 'session', 'revokedToo'] as const
export type Policy = (typeof POLICIES)[number]

type Answer = Response | Promise<Response>
type Path = { method: 'GET' | 'POST'; path: `/${string}` }
export type Route = Path &
  (
    | { policy: 'public' | 'setup'; answer: (c: Asked) => Answer }
    | { policy: 'session' | 'revokedToo'; answer: (c: Asked, caller: Caller) => Answer }
  )

type Desk = {
  callerFrom: (authorization: string | undefined) => Promise<Caller | null>
  log: (line: LogLine) => void
  now: () => number
}

/** The only way a route gets into the app: none without a policy, none unlogged. */
export function register(app: Hono<ServerEnv>, routes: readonly Route[], desk: Desk): void {
  for (const route of routes) {
    if (!POLICIES.includes(route.policy)) throw new Error(`${route.method} ${route.path} has no policy`)
    app.on(route.method, route.path, async (c) => {
      const began = desk.now()
      const response = await answered(route, c, desk).catch((why: unknown) => broken(c, why))
      const { method, path } = route
      const refusal = c.get('refusal')
      desk.log({
        method,
        route: path,
        status: response.status,
        ms: desk.now() - began,
        ...(refusal ? { refusal } : {}),
      })
      return response
    })
  }
}

/** The caller's address, for counting wrong guesses only. */
export function addressOf(c: Asked): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // a test without a socket
  }
}

async function answered(route: Route, c: Asked, desk: Desk): Promise<Response> {
  if (route.policy === 'public' || route.policy === 'setup') return route.answer(c)
  const caller = await desk.callerFrom(c.req.header('authorization'))
  const mayCall = caller !== null && (!caller.revoked || route.policy === 'revokedToo')
  return mayCall ? route.answer(c, caller) : refuse(c, 'notAllowed' satisfies Refusal, 401)
}

/** A full disk is told apart, because a phone then keeps everything and tries later; all else is our fault. */
function broken(c: Asked, why: unknown): Response {
  if (why instanceof StorageFull) {
    c.set('refusal', 'storageFull')
    return c.json({ refusal: null }, 507)
  }
  c.set('refusal', why instanceof Error ? why.name : 'unknown')
  return c.json({ refusal: null }, 500)
}
