import { expect, it } from 'vitest'
import { logText } from './log.ts'

it('[H5] a log line is built from the allowed fields, whatever else was handed in', () => {
  const line = { method: 'POST', route: '/devices/:id/revoke', status: 404, ms: 3, refusal: 'notFound' }
  const more = { ...line, person: 'Nguyễn Văn An', body: 'Nghị quyết', token: 'abc' }
  const at = Date.UTC(2026, 11, 3, 12)
  expect(JSON.parse(logText(more, at))).toEqual({ at: '2026-12-03T12:00:00.000Z', ...line })
})
