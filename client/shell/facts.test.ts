import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '#client/data/views.ts'
import { factsOf, isOffline } from './facts.ts'

const NOW = new Date(2026, 11, 3, 14, 10).getTime()
const DAY = 86_400_000
const QUIET: SyncStatus = {
  savedAt: NOW - 60_000,
  saving: false,
  cannotSave: null,
  waiting: { items: 0, since: null },
  sentAt: NOW - 300_000,
  offlineSince: null,
  syncing: null,
  clockSkew: 0,
  serverFull: false,
  appTooOld: false,
}
const say = (changed: Partial<SyncStatus>) => factsOf({ ...QUIET, ...changed }, NOW).map((fact) => fact.full)

describe('the three facts', () => {
  it('are always three, in words', () => {
    expect(say({})).toEqual([
      'Đã lưu trên máy này',
      'Không có mục nào chờ gửi',
      'Đã gửi lên máy chủ lúc 14:05, 03/12/2026',
    ])
  })

  it('say how many wait and for how long', () => {
    expect(say({ waiting: { items: 3, since: NOW - 2 * DAY } })[1]).toBe('Chờ gửi: 3 mục (lâu nhất 2 ngày)')
    expect(say({ waiting: { items: 1, since: NOW - 60_000 } })[1]).toBe('Chờ gửi: 1 mục')
  })

  it('never say saved while something is being written, or when nothing can be', () => {
    expect(say({ saving: true })[0]).toBe('Đang lưu trên máy này…')
    expect(say({ cannotSave: 'full', saving: true })[0]).toBe('Không lưu được trên máy này')
  })

  it('say saved also before anything is written today: what was written yesterday is there', () => {
    expect(say({ savedAt: null })[0]).toBe('Đã lưu trên máy này')
  })

  it('never claim that something was sent before it was', () => {
    expect(say({ sentAt: null })[2]).toBe('Chưa gửi lên máy chủ lần nào')
  })
})

describe('being offline', () => {
  it('is told only after ten seconds', () => {
    expect(isOffline({ ...QUIET, offlineSince: NOW - 9_000 }, NOW)).toBe(false)
    expect(isOffline({ ...QUIET, offlineSince: NOW - 10_000 }, NOW)).toBe(true)
    expect(isOffline(QUIET, NOW)).toBe(false)
  })
})
