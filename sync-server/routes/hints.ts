import { upgradeWebSocket } from '@hono/node-server'
import type { WSContext } from 'hono/ws'
import * as v from 'valibot'
import type { Sessions } from '#server/auth/sessions.ts'
import type { Asked } from './answers.ts'
import type { HintBoard } from './hint-board.ts'
import type { Route } from './registry.ts'

const helloSchema = v.object({ token: v.string() })
const TIME_TO_SAY_WHO = 10_000
const BAD_MANNERS = 1008

/**
 * GET /hints: "scope X is at 812", while the app is in front. Public at the door because a browser cannot send the
 * token in a header here: it comes in the first message, and nothing is told before it.
 */
export function hintRoutes(sessions: Sessions, board: HintBoard): Route[] {
  const upgraded = upgradeWebSocket(() => {
    let deadline: ReturnType<typeof setTimeout>
    let leave: (() => void) | null = null
    return {
      onOpen(_, ws) {
        deadline = setTimeout(() => ws.close(BAD_MANNERS), TIME_TO_SAY_WHO)
      },
      onMessage({ data }, ws) {
        if (leave) return // all that may follow are signs of life
        void callerIn(data, sessions).then((caller) => {
          clearTimeout(deadline)
          if (!caller || caller.revoked || ws.readyState !== OPEN) return ws.close(BAD_MANNERS)
          leave ??= board.join({ ...caller, send: (text) => ws.send(text), end: () => ws.close(BAD_MANNERS) })
        })
      },
      onClose() {
        clearTimeout(deadline)
        leave?.()
      },
    }
  })
  const answer = async (c: Asked) =>
    (await upgraded(c, async () => undefined)) ?? c.json({ refusal: 'malformed' }, 426)
  return [{ method: 'GET', path: '/hints', policy: 'public', answer }]
}

const OPEN: WSContext['readyState'] = 1

async function callerIn(data: unknown, sessions: Sessions) {
  try {
    const parsed = v.safeParse(helloSchema, typeof data === 'string' ? JSON.parse(data) : null)
    return parsed.success ? await sessions.callerOf(parsed.output.token) : null
  } catch {
    return null
  }
}
