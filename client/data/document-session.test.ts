import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { DocumentSession, MOST_WAIT, type SessionView } from './document-session.ts'

const PLACE = { scope: 'cell/cell-0001', record: 'record-0001', kind: 'resolution' } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setup() {
  const session = new DocumentSession(PLACE, new Y.Doc())
  const log: string[] = []
  const view: SessionView & { midWord: boolean } = {
    midWord: false,
    flush: () => log.push('flush'),
    changed: () => log.push('changed'),
    closed: () => log.push('closed'),
  }
  session.show(view)
  const other = new Y.Doc()
  other.getMap('m').set('a', 1)
  const update = Y.encodeStateAsUpdate(other)
  const arrived = (): boolean => session.doc.getMap('m').has('a')
  return { session, view, log, update, arrived }
}

test('others’ changes come in behind what is on screen', () => {
  const { session, log, update, arrived } = setup()
  session.applyRemote(update, 1)
  expect(arrived()).toBe(true)
  expect(log).toEqual(['flush', 'changed'])
})

test('in the middle of a word they wait for its end', () => {
  const { session, view, log, update, arrived } = setup()
  view.midWord = true
  session.applyRemote(update, 1)
  session.applyRemote(update, 1)
  expect(arrived()).toBe(false)
  view.midWord = false
  session.letIn()
  expect(arrived()).toBe(true)
  expect(log).toEqual(['flush', 'changed'])
  vi.advanceTimersByTime(MOST_WAIT)
  expect(log).toEqual(['flush', 'changed'])
})

test('but no longer than a moment', () => {
  const { session, view, update, arrived } = setup()
  view.midWord = true
  session.applyRemote(update, 1)
  vi.advanceTimersByTime(MOST_WAIT - 1)
  expect(arrived()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(arrived()).toBe(true)
})

test('a closed session lets nothing in any more', () => {
  const { session, view, log, update } = setup()
  view.midWord = true
  session.applyRemote(update, 1)
  session.close()
  vi.advanceTimersByTime(MOST_WAIT)
  expect(log).toEqual([])
})

test('[S14] finished words are cut for the others, the unfinished one stays on the screen', () => {
  const { session, log } = setup()
  session.doc.getMap('words').set('finished', true)
  expect(session.finished()).toHaveLength(1)
  expect(log).toEqual([])
  expect(session.segments()).toHaveLength(1)
  expect(log).toEqual(['flush'])
})
