import * as v from 'valibot'
import { idSchema, type Instant } from '#shared/records/ids.ts'
import type { Approval, Slips } from '#server/auth/slips.ts'
import { parsedBody, refuse } from './answers.ts'
import type { Route } from './registry.ts'

const many = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.minLength(1), v.maxLength(2000))
const wantedSchema = v.union([v.object({ units: many(idSchema) }), v.object({ people: many(idSchema) })])
const idsSchema = v.object({ ids: many(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))) })

type Parts = { slips: Slips; clock: () => Instant }

/** [E12–E16] */
export function slipRoutes({ slips, clock }: Parts): Route[] {
  return [
    {
      method: 'POST',
      path: '/slips',
      policy: 'session',
      async answer(c, caller) {
        const parsed = await parsedBody(c, wantedSchema)
        if (!parsed.ok) return parsed.answer
        const made = await slips.make(parsed.body, caller.person)
        if (!made.ok) return refuse(c, made.refusal)
        return c.json({ slips: made.slips, expiresAt: made.expiresAt, now: clock() })
      },
    },
    {
      method: 'GET',
      path: '/slips',
      policy: 'session',
      async answer(c, caller) {
        const { open, waiting } = await slips.seenBy(caller.person)
        const phones = waiting.map(({ id, person, since, phone: { label, signKey, agreeKey } }) => ({
          ...{ id, person, since, label, signKey, agreeKey },
        }))
        return c.json({ open, waiting: phones })
      },
    },
    {
      method: 'POST',
      path: '/slips/approve',
      policy: 'session',
      async answer(c, caller) {
        const parsed = await parsedBody(c, idsSchema)
        if (!parsed.ok) return parsed.answer
        return c.json(inShort(await slips.approve(parsed.body.ids, caller.person)))
      },
    },
    {
      method: 'POST',
      path: '/slips/turn-away',
      policy: 'session',
      async answer(c, caller) {
        const parsed = await parsedBody(c, idsSchema)
        if (!parsed.ok) return parsed.answer
        return c.json(inShort(await slips.turnAway(parsed.body.ids, caller.person)))
      },
    },
    {
      method: 'POST',
      path: '/slips/withdraw',
      policy: 'session',
      async answer(c, caller) {
        const parsed = await parsedBody(c, idsSchema)
        if (!parsed.ok) return parsed.answer
        await slips.withdraw(parsed.body.ids, caller.person)
        return c.json({})
      },
    },
  ]
}

function inShort(approvals: readonly Approval[]) {
  return {
    done: approvals.flatMap(({ id, outcome }) => (outcome.ok ? [id] : [])),
    refused: approvals.flatMap(({ id, outcome }) => (outcome.ok ? [] : [{ id, refusal: outcome.refusal }])),
  }
}
