import type { AwayChange, DeviceView, KeptView, WaitingItem } from '#client/data/views.ts'
import { cellScope } from '#shared/records/scope.ts'
import { CELL, personId } from './people.ts'

/** What pages show that are not rows of lists: made up, in the manner of a cell in November. */
const MINUTE = 60_000
const DAY = 86_400_000
export const RECORD = 'record-draft-12'
export const NOTICE_RECORD = 'record-notice-1'

export const AWAY = (now: number): AwayChange[] => [
  {
    index: 8,
    person: personId(0),
    at: now - 200 * MINUTE,
    inserted: 118,
    deleted: 14,
    removed: 'rà soát hộ nghèo',
  },
  {
    index: null,
    person: personId(4),
    at: now - 2 * DAY,
    inserted: 0,
    deleted: 52,
    removed: 'Tổ chức thăm hỏi gia đình chính sách dịp 22/12.',
  },
]
export const KEPT = (now: number): KeptView[] => [
  {
    id: 'kept-1',
    about: RECORD,
    scope: cellScope(CELL),
    text: 'Giao đ/c Hùng phối hợp trưởng khu kiểm tra tiến độ hằng tuần.',
    why: { from: 'server', reason: 'mergedAway' },
    at: now - DAY,
  },
  {
    id: 'kept-2',
    about: RECORD,
    scope: cellScope(CELL),
    text: 'Lùi hạn sang 25/12 vì vụ thu hoạch.',
    why: { from: 'refused', code: 'documentClosed' },
    at: now - 3 * DAY,
  },
]
export const WAITING = (now: number, asks: boolean): WaitingItem[] => [
  {
    id: 'w1',
    scope: cellScope(CELL),
    record: RECORD,
    kind: 'resolution',
    what: { op: 'document' },
    since: now - 2 * DAY,
    underWay: false,
  },
  {
    id: 'w2',
    scope: cellScope(CELL),
    record: RECORD,
    kind: 'resolution',
    what: { op: 'command', name: 'moveResolution' },
    since: now - DAY,
    underWay: true,
  },
  {
    id: 'w3',
    scope: cellScope(CELL),
    record: NOTICE_RECORD,
    kind: 'announcement',
    what: { op: 'command', name: 'publishAnnouncement' },
    since: now - 30 * MINUTE,
    underWay: false,
    ...(asks ? { asks: 'dateHasPassed' as const } : {}),
  },
]
export const DEVICES = (now: number, me: string): DeviceView[] => {
  const device = { person: me, enrolledAt: now - 40 * DAY, revokedAt: null, waitingSince: null }
  return [
    {
      ...device,
      id: 'd1',
      label: 'Samsung SM-A057F, Chrome',
      lastContact: now - 5 * MINUTE,
      waiting: 0,
      thisPhone: true,
    },
    {
      ...device,
      id: 'd2',
      label: 'Máy tính Windows, Edge',
      lastContact: now - 9 * DAY,
      waiting: 2,
      thisPhone: false,
    },
  ]
}
