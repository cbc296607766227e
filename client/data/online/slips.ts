import { checkCode } from '#shared/protocol/check-code.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { Decided, OpenSlip, SlipDesk, WaitingPhone } from '#client/data/commands.ts'
import type { Asked } from './ask.ts'
import { fingerprintOfServer } from './invite.ts'

type Keys = { signKey: string; agreeKey: string }

/** Printed slips as the server knows them. */
export function slipDesk(book: PhoneBook, asked: Asked): SlipDesk {
  const post = <T>(path: string, body: object) => asked<T>({ method: 'POST', path, body })
  return {
    async make(wanted) {
      type Answer = { slips: { person: string; code: string }[]; expiresAt: number }
      const made = await post<Answer>('/slips', wanted)
      if (!made.ok) return made
      const fingerprint = await fingerprintOfServer(book)
      const slips = made.slips.map(({ person, code }) => ({
        ...{ person, code, link: `${location.origin}/enrol#${code}.${fingerprint}` },
      }))
      return { ok: true, slips, expiresAt: made.expiresAt }
    },
    async seen() {
      type Answer = { open: OpenSlip[]; waiting: (Omit<WaitingPhone, 'checkCode'> & Keys)[] }
      const answer = await asked<Answer>({ method: 'GET', path: '/slips' })
      if (!answer.ok) return answer
      // [E14] From the phone's keys, here: what the server says of the digits is not asked.
      const waiting = answer.waiting.map(({ signKey, agreeKey, ...phone }) => ({
        ...{ ...phone, checkCode: checkCode(phone.id, { signKey, agreeKey }) },
      }))
      return { ok: true, open: answer.open, waiting }
    },
    approve: (ids) => post<Decided>('/slips/approve', { ids }),
    turnAway: (ids) => post<Decided>('/slips/turn-away', { ids }),
    withdraw: (ids) => post('/slips/withdraw', { ids }),
  }
}
