import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_HASH, type CommandOp } from '#shared/protocol/batch.ts'
import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import { AN, DONG_MIT, batchBy, syncBody, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

const SCOPE = `cell/${DONG_MIT}`
const MB = 1024 * 1024
const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
const paper = (beginning: string, size: number) =>
  Buffer.concat([Buffer.from(beginning), Buffer.alloc(size - beginning.length, '<script>alert(1)</script>')])

let house: TrialHouse
let an: TrialPhone
beforeEach(async () => {
  house = await trialHouse()
  an = await house.letIn(AN)
})
afterEach(() => house.close())

describe('a paper of an agenda', () => {
  it('[F11] is given out as a file to keep, never to be shown in place, and runs nothing', async () => {
    const bytes = paper('%PDF-1.7 ', 90_000)
    await plan(bytes)
    expect(await sendAll(bytes)).toBe(200)
    const answer = await house.ask('GET', `/attachments/${idOf(bytes)}?scope=${SCOPE}`, { phone: an })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.pdf"$/u)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('[F12] may be larger than a picture', async () => {
    const bytes = paper('%PDF-1.7 ', 2 * MB)
    await plan(bytes)
    expect(await sendAll(bytes)).toBe(200)
  })

  it('[F5] [F11] is no page that calls itself one', async () => {
    const bytes = paper('<!doctype html>', 1000)
    await plan(bytes)
    expect(await sendAll(bytes)).toBe(422)
  })
})

async function plan(bytes: Uint8Array): Promise<void> {
  const file = { id: idOf(bytes), media: 'application/pdf', size: bytes.length }
  const item = { id: 'item-0001', part: 'free', title: 'Dự thảo', minutes: 5 }
  const command = {
    ...{ do: 'planMeeting', type: 'regular', month: '2026-12', startsAt: '2026-12-03T19:30' },
    ...{ place: 'Nhà văn hóa', minutes: 90, agenda: [{ ...item, papers: [{ file, name: 'Dự thảo.pdf' }] }] },
  }
  const op: CommandOp = { op: 'command', record: 'buoi-hop-12', kind: 'meeting', command }
  const batch = await batchBy(an, [op], { deviceSeq: 1, prevHash: NO_HASH })
  const answer = await house.ask('POST', '/sync', { phone: an, raw: syncBody({ batches: [batch] }) })
  await answer.arrayBuffer()
}

async function sendAll(bytes: Uint8Array): Promise<number> {
  for (let start = 0; start < bytes.length; start += MAX_PIECE_BYTES) {
    const raw = new Uint8Array(bytes.subarray(start, start + MAX_PIECE_BYTES))
    const path = `/attachments/${idOf(bytes)}?scope=${SCOPE}&start=${start}`
    const answer = await house.ask('POST', path, { phone: an, raw })
    if (answer.status !== 200) return answer.status
  }
  return 200
}
