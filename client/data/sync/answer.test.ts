import { expect, it } from 'vitest'
import { troubleWith } from './answer.ts'

const JSON_TYPE = 'application/json; charset=UTF-8'

it('only a run of frames is an answer', () => {
  expect(troubleWith(200, 'application/octet-stream')).toBeNull()
  expect(troubleWith(200, JSON_TYPE)).toBe('notUnderstood')
})

it.each([
  [400, 'notUnderstood'],
  [401, 'notKnown'],
  [413, 'notUnderstood'],
  [500, 'serverBroken'],
  [507, 'serverFull'],
] as const)('[S16] the server’s %i is told as %s', (status, trouble) => {
  expect(troubleWith(status, JSON_TYPE)).toBe(trouble)
})

it('[S16] a page is of something in between, whatever number it carries: only those of a proxy without a server are not', () => {
  for (const status of [200, 401, 403, 404, 511])
    expect(troubleWith(status, 'text/html'), String(status)).toBe('foreignPage')
  for (const status of [502, 503, 504])
    expect(troubleWith(status, 'text/html'), String(status)).toBe('serverBroken')
  expect(troubleWith(502, null)).toBe('serverBroken')
})
