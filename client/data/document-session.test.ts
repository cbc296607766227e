import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { DocumentSession, MOST_WAIT, type SessionView } from './document-session.ts'

const PLACE = { scope: 'cell/cell-0001', record: 'record-0001', kind: 'resolution' } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setup() {
  const session = new DocumentSession(PLACE, new Y.Doc())
  const log: string[] = []
  const view: SessionView & { composing: boolean } = {
    composing: false,
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

test('while composing they wait for the end of the word', () => {
  const { session, view, log, update, arrived } = setup()
  view.composing = true
  session.applyRemote(update, 1)
  session.applyRemote(update, 1)
  expect(arrived()).toBe(false)
  view.composing = false
  session.letIn()
  expect(arrived()).toBe(true)
  expect(log).toEqual(['flush', 'changed'])
  vi.advanceTimersByTime(MOST_WAIT)
  expect(log).toEqual(['flush', 'changed'])
})

test('but no longer than a moment', () => {
  const { session, view, update, arrived } = setup()
  view.composing = true
  session.applyRemote(update, 1)
  vi.advanceTimersByTime(MOST_WAIT - 1)
  expect(arrived()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(arrived()).toBe(true)
})

test('a closed session lets nothing in any more', () => {
  const { session, view, log, update } = setup()
  view.composing = true
  session.applyRemote(update, 1)
  session.close()
  vi.advanceTimersByTime(MOST_WAIT)
  expect(log).toEqual([])
})
