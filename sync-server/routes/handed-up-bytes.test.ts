import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import { trimAttachments } from '#server/scopes/trim-attachments.ts'
import type { Change } from '#server/storage/storage.ts'
import { AN, BINH, CHI, DONG_MIT, OANH, trialHouse, type TrialHouse } from './trial-house.fixture.ts'

const [CELL, BRIDGE] = [`cell/${DONG_MIT}`, `bridge/${DONG_MIT}`]
const DAY = 24 * 60 * 60 * 1000
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...randomBytes(149_996)])
const id = createHash('sha256').update(bytes).digest('base64url')
const what = { id, media: 'image/jpeg', size: bytes.length }

let house: TrialHouse
beforeEach(async () => {
  house = await trialHouse()
})
afterEach(() => house.close())

const named = (scope: string, endedAt: number | null = null): Change => ({
  put: 'attachmentUse',
  use: { ...what, scope, record: 'record-0001', endedAt },
})
function inTheCell(have = bytes.length): Change[] {
  const starts = [0, MAX_PIECE_BYTES, 2 * MAX_PIECE_BYTES].filter((start) => start < have)
  const pieces = starts.map((start): Change => ({
    put: 'attachmentPiece',
    piece: { scope: CELL, id, start, bytes: bytes.subarray(start, start + MAX_PIECE_BYTES) },
  }))
  const wholeAt = have === bytes.length ? 1 : null
  return [...pieces, { put: 'attachment', attachment: { ...what, scope: CELL, have, begunAt: 1, wholeAt } }]
}
async function get(person: string, scope = BRIDGE): Promise<Response> {
  const phone = await house.letIn(person)
  return house.ask('GET', `/attachments/${id}?scope=${scope}`, { phone })
}

it('[Z9] what was handed up is given out in the bridge from where the cell has it', async () => {
  await house.storage.commit([named(CELL), named(BRIDGE), ...inTheCell()])
  const answer = await get(OANH)
  expect(answer.status).toBe(200)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  const have = await house.ask('GET', `/attachments/${id}/have?scope=${BRIDGE}`, {
    phone: await house.letIn(AN),
  })
  expect(await have.json()).toEqual({ have: bytes.length })
})

it('[Z9] [H10] nothing that was not handed up, is not whole, or by nobody who does not read the bridge', async () => {
  await house.storage.commit([named(CELL), ...inTheCell()])
  expect((await get(OANH)).status).toBe(404)
  expect((await get(BINH)).status).toBe(404)
  await house.storage.commit([named(BRIDGE)])
  expect((await get(CHI)).status).toBe(404)
  expect((await get(OANH, CELL)).status).toBe(404)
  expect((await get(BINH)).status).toBe(200)
})

it('[Z9] [F4] what is still on its way into the cell is not there yet', async () => {
  await house.storage.commit([named(CELL), named(BRIDGE), ...inTheCell(MAX_PIECE_BYTES)])
  expect((await get(OANH)).status).toBe(404)
})

it('[Z9] [F10] it stays in the bridge when the cell refers to it no more', async () => {
  await house.storage.commit([named(CELL, 1), named(BRIDGE), ...inTheCell()])
  house.clock.now += 31 * DAY
  for await (const _ of trimAttachments(house.storage, house.clock.now));
  expect(await house.storage.attachment(CELL, id)).toBeNull()
  expect((await get(OANH)).status).toBe(200)
})
