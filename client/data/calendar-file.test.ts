// @vitest-environment node
import { expect, it } from 'vitest'
import { calendarOf, type CalendarEntry } from './calendar-file.ts'

const ENTRY: CalendarEntry = {
  ...{ id: 'sh-2026-12', title: 'Sinh hoạt chi bộ', at: '2026-12-03T19:30', minutes: 90, cancelled: false },
  ...{
    place: 'Nhà văn hóa khu',
    url: 'https://so.example/meetings/x/sh',
    changedAt: 5_000,
    alarms: [120, 1440],
  },
}
const lines = async (entries: readonly CalendarEntry[]) =>
  (await calendarOf(entries, { now: 0 }).text()).replaceAll('\r\n ', '').split('\r\n')

it('[M92] a meeting: its hour of Viet Nam, how long, where, and when the calendar speaks up', async () => {
  const all = await lines([ENTRY])
  expect(all).toEqual(
    expect.arrayContaining([
      ...['UID:sh-2026-12', 'SEQUENCE:5', 'DTSTART:20261203T123000Z', 'DTEND:20261203T140000Z'],
      ...['SUMMARY:Sinh hoạt chi bộ', 'LOCATION:Nhà văn hóa khu', 'STATUS:CONFIRMED'],
      ...['TRIGGER:-PT2H', 'TRIGGER:-P1D'],
    ]),
  )
})

it('[M92] one that was called off says so, is newer, and calls nobody', async () => {
  const all = await lines([{ ...ENTRY, cancelled: true, changedAt: 9_000 }])
  expect(all).toEqual(expect.arrayContaining(['UID:sh-2026-12', 'SEQUENCE:9', 'STATUS:CANCELLED']))
  expect(all.filter((line) => line.startsWith('TRIGGER'))).toEqual([])
})

it('a last day is a day as a whole', async () => {
  const { minutes: _, place: __, ...rest } = ENTRY
  const all = await lines([{ ...rest, at: '2026-11-28' }])
  expect(all).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261129']))
})
