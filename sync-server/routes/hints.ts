import { upgradeWebSocket } from '@hono/node-server'
import type { WSContext } from 'hono/ws'
import { readSaid } from '#shared/protocol/line.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Sessions } from '#server/auth/sessions.ts'
import { Allowance } from './allowance.ts'
import type { Asked } from './answers.ts'
import type { HintBoard, Seat } from './hint-board.ts'
import type { Route } from './registry.ts'

const TIME_TO_SAY_WHO = 10_000
const BAD_MANNERS = 1008

/**
 * GET /hints: "scope X is at 812", and who else is in a text, while the app is in front. Public at the door because a
 * browser cannot send the token in a header here: it comes in the first message, and nothing is told before it.
 */
export function hintRoutes(sessions: Sessions, board: HintBoard, clock: () => number): Route[] {
  const upgraded = upgradeWebSocket(() => {
    let deadline: ReturnType<typeof setTimeout>
    let allowance: Allowance
    let asked = false
    let seat: Seat | null = null

    /** Whoever talks nonsense, too much, or about what is not his is told so in the reason and shown out. */
    const showOut = (ws: WSContext, why?: Refusal) => {
      leave()
      ws.close(BAD_MANNERS, why)
    }
    const leave = () => {
      clearTimeout(deadline)
      seat?.leave()
      seat = null
    }
    const letIn = async (token: string, ws: WSContext) => {
      const caller = await sessions.callerOf(token)
      clearTimeout(deadline)
      if (!caller || caller.revoked || ws.readyState !== OPEN) return showOut(ws, 'notAllowed')
      const { device, person } = caller
      seat = board.join({ device, person, send: (text) => ws.send(text), end: () => ws.close(BAD_MANNERS) })
    }
    return {
      onOpen(_, ws) {
        allowance = new Allowance(clock())
        deadline = setTimeout(() => ws.close(BAD_MANNERS), TIME_TO_SAY_WHO)
      },
      onMessage({ data }, ws) {
        if (ws.readyState !== OPEN) return
        if (allowance.spend(clock())) return showOut(ws, 'tooManyTries')
        const said = readSaid(data)
        if (!said) return showOut(ws, 'malformed')
        if (seat) {
          const refusal = seat.hear(said)
          if (refusal) showOut(ws, refusal)
          return
        }
        // Who one is comes first, and once.
        if (said.is !== 'token' || asked) return showOut(ws, 'malformed')
        asked = true
        void letIn(said.token, ws).catch(() => showOut(ws))
      },
      onClose: leave,
    }
  })
  const answer = async (c: Asked) =>
    (await upgraded(c, async () => undefined)) ?? c.json({ refusal: 'malformed' }, 426)
  return [{ method: 'GET', path: '/hints', policy: 'public', answer }]
}

const OPEN: WSContext['readyState'] = 1
