import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeBundle, encodeBundle } from '#shared/protocol/bundle.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { contradictionsIn } from '#shared/rules/meeting/contradictions.ts'
import { chairOf } from '#shared/rules/meeting/course.ts'
import { RealVillage, SCOPE, type RealPhone } from './real-phones.ts'

const SH = 'sinh-hoat-12'
const NQ = 'nghi-quyet-12'
const TEXT = [{ part: 'block' as const, kind: null, depth: 0, runs: [{ text: 'Sửa đường xóm Chùa.' }] }]

let village: RealVillage
let an: RealPhone
let binh: RealPhone
let at = 0

beforeEach(async () => {
  village = await RealVillage.open()
  at = village.clock.now
  an = await village.phone('An')
  binh = await village.phone('Bình')
  await an.sync()
  await an.give(
    'resolution',
    NQ,
    { do: 'startResolution', title: 'NQ', month: '2026-12', template: 'monthly', schema: 1 },
    { start: TEXT },
  )
  const plan = {
    type: 'regular',
    month: '2026-12',
    startsAt: '2026-12-03T19:30',
    place: 'Nhà văn hóa',
    minutes: 90,
  }
  await an.give('meeting', SH, {
    do: 'planMeeting',
    ...plan,
    agenda: [{ id: 'item-0001', part: 'discussion', title: 'Thảo luận', minutes: 30 }],
  })
  await an.sync()
  await binh.sync()
})
afterEach(() => village.close())

async function roll(phone: RealPhone) {
  const people = (await phone.book.list('rosters'))[0]?.roster.people ?? []
  return people.map(({ id: person, status, duties }) => ({ person, status, duties }))
}
const mark = (phone: RealPhone, n: number, person: string, is = 'present') =>
  phone.give('meeting', SH, {
    do: 'markAttendance',
    id: `mark-${phone.device}-${n}`,
    person,
    is,
    at,
    instead: [],
  })

/** The chair opens the evening without any network; then the battery is nearly empty. */
async function firstHalf(): Promise<void> {
  await an.give('meeting', SH, { do: 'openMeeting', at, chair: an.person, roll: await roll(an) })
  await an.give('meeting', SH, { do: 'takeUpItem', item: 'item-0001', at })
  for (const [n, { person }] of (await roll(an)).slice(0, 5).entries()) await mark(an, n, person)
  await an.give('meeting', SH, {
    do: 'noteContribution',
    id: 'said-0001',
    item: 'item-0001',
    kind: 'opinion',
    text: 'Sửa đường.',
    at,
  })
}
/** The deputy goes on, votes and adopts. */
async function secondHalf(): Promise<void> {
  await binh.give('meeting', SH, { do: 'takeChair', person: binh.person, at })
  const present = (await roll(binh)).map(({ person }) => person)
  const vote = {
    id: 'vote-0001',
    item: null,
    about: { what: 'text', record: NQ },
    majority: 'ordinary',
    form: 'hands',
  }
  await binh.give('meeting', SH, { do: 'putToVote', ...vote, present, amendments: [], at })
  await binh.give('meeting', SH, {
    do: 'enterCount',
    id: 'count-01',
    vote: 'vote-0001',
    for: 9,
    against: 0,
    other: 0,
    at,
    instead: [],
  })
  const adopt = { do: 'adoptText', meeting: SH, vote: 'vote-0001', content: TEXT, amendments: [], at }
  expect(await binh.give('resolution', NQ, adopt)).toBeNull()
  await binh.give('meeting', SH, { do: 'closeMeeting', at: at + 5_400_000 })
}
const meetingOn = (phone: RealPhone) => phone.state<Meeting>('meeting', SH)
const bundleFrom = async (phone: RealPhone) =>
  (await phone.replica.handOver(SCOPE, [SH, NQ])) ?? new Uint8Array()

async function bothAgree(): Promise<Meeting> {
  for (const phone of [an, binh, an, binh]) await phone.sync()
  const [here, there] = [await meetingOn(an), await meetingOn(binh)]
  expect(here).toEqual(there)
  for (const phone of [an, binh]) {
    expect(await phone.book.list('pending')).toEqual([])
    expect(await phone.book.list('carried')).toEqual([])
  }
  return here as Meeting
}
async function isWhole(): Promise<void> {
  const meeting = await bothAgree()
  expect(meeting.course.is).toBe('closed')
  expect(Object.keys(meeting.attendance)).toHaveLength(5)
  expect(meeting.contributions).toMatchObject([{ speaker: an.person, text: 'Sửa đường.' }])
  expect(meeting.chairs).toEqual([an.person, binh.person])
  expect(contradictionsIn(meeting)).toEqual([])
  expect((await an.state<Resolution>('resolution', NQ))?.adopted?.content).toEqual(TEXT)
}

describe('a meeting handed to another phone without any network', () => {
  it('[J1] [J3] goes on there from the last thing that was entered', async () => {
    await firstHalf()
    const taken = await binh.replica.takeOver(await bundleFrom(an))
    expect(taken).toMatchObject({ trouble: null, people: [an.person], entries: 11 })
    const meeting = await meetingOn(binh)
    expect(meeting?.course).toMatchObject({ is: 'running', chair: an.person })
    expect(Object.keys(meeting?.attendance ?? {})).toHaveLength(5)
    await secondHalf()
    expect(chairOf((await meetingOn(binh)) as Meeting)).toBe(binh.person)
  })

  it('[J4] the second phone reaches the server first, and the dead one comes back later', async () => {
    await firstHalf()
    await binh.replica.takeOver(await bundleFrom(an))
    await secondHalf()
    await binh.sync()
    await isWhole()
  })

  it('[J4] the first phone reaches the server first', async () => {
    await firstHalf()
    await binh.replica.takeOver(await bundleFrom(an))
    await secondHalf()
    await an.sync()
    await isWhole()
  })

  it('[J4] the first phone is never seen again: everything it handed over is there', async () => {
    await firstHalf()
    await binh.replica.takeOver(await bundleFrom(an))
    await secondHalf()
    for (let i = 0; i < 2; i++) await binh.sync()
    const third = await village.phone('An')
    await third.sync()
    expect(await third.state('meeting', SH)).toEqual(await meetingOn(binh))
    expect(await binh.book.list('pending')).toEqual([])
  })

  it('[M12] what both entered without knowing of each other stands beside each other', async () => {
    await firstHalf()
    const bundle = await bundleFrom(an)
    const [, , third] = await roll(an)
    await mark(an, 90, third?.person ?? '', 'leftEarly')
    await binh.replica.takeOver(bundle)
    await mark(binh, 1, third?.person ?? '', 'excused')
    const meeting = await bothAgree()
    expect(contradictionsIn(meeting)).toEqual([{ about: 'attendance', person: third?.person }])
    expect(meeting.attendance[third?.person ?? '']?.map(({ is }) => is).sort()).toEqual([
      'excused',
      'leftEarly',
      'present',
    ])
  })

  it('[J1] is handed on to a third, and the same twice changes nothing', async () => {
    await firstHalf()
    await binh.replica.takeOver(await bundleFrom(an))
    await secondHalf()
    const dung = await village.phone('Cúc')
    await dung.sync()
    const bundle = await bundleFrom(binh)
    expect(await dung.replica.takeOver(bundle)).toMatchObject({
      trouble: null,
      people: [an.person, binh.person],
    })
    expect(await dung.replica.takeOver(bundle)).toMatchObject({ trouble: null, people: [], entries: 0 })
    expect(await dung.state('meeting', SH)).toEqual(await meetingOn(binh))
    await dung.sync()
    await isWhole()
  })

  it('[J4] what the server told of already leaves the phone it is handed to, without waiting for more', async () => {
    await firstHalf()
    const bundle = await bundleFrom(an)
    await an.sync()
    await binh.sync()
    expect(await binh.replica.takeOver(bundle)).toMatchObject({ trouble: null })
    await binh.sync()
    expect(await binh.book.list('pending')).toEqual([])
    expect(await meetingOn(binh)).toEqual(await meetingOn(an))
  })

  it('[J1] one that takes its own back changes nothing', async () => {
    await firstHalf()
    const before = await meetingOn(an)
    expect(await an.replica.takeOver(await bundleFrom(an))).toMatchObject({ trouble: null, entries: 0 })
    expect(await meetingOn(an)).toEqual(before)
    await isAnswered()
  })
  const isAnswered = async () => {
    await an.sync()
    expect(await an.book.list('pending')).toEqual([])
  }
})

describe('[J2] a bundle is believed only as far as it is signed', () => {
  const tampered = async (change: (bundle: NonNullable<ReturnType<typeof decodeBundle>>) => object) => {
    await firstHalf()
    const bundle = decodeBundle(await bundleFrom(an))
    if (!bundle) throw new Error('not a bundle')
    return binh.replica.takeOver(encodeBundle({ ...bundle, ...change(bundle) }))
  }
  const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte))

  it('with every byte in its place', async () => {
    await firstHalf()
    const bytes = await bundleFrom(an)
    for (const cut of [0, 1, 10, bytes.length - 1])
      expect(await binh.replica.takeOver(bytes.slice(0, cut))).toEqual({ trouble: 'notABundle' })
    expect(await binh.replica.takeOver(new Uint8Array([...bytes, 0]))).toEqual({ trouble: 'notABundle' })
  })

  it('by the device that made each batch', async () => {
    const taken = await tampered(({ batches }) => ({
      batches: batches.map((one) => ({ ...one, bytes: flipped(one.bytes) })),
    }))
    expect(taken).toEqual({ trouble: 'notBelieved' })
    expect(await binh.book.list('carried')).toEqual([])
  })

  it('and by the server that knows that device', async () => {
    const taken = await tampered(({ certificates }) => ({
      certificates: certificates.map((one) => ({ ...one, signature: flipped(one.signature) })),
    }))
    expect(taken).toEqual({ trouble: 'notBelieved' })
  })

  it('of this book', async () => {
    expect(await tampered(() => ({ lineage: 'khac-0001' }))).toEqual({ trouble: 'otherBook' })
  })

  it('[J5] by somebody who reads that cell himself', async () => {
    await firstHalf()
    const bundle = await bundleFrom(an)
    const stranger = await village.phone('Bình')
    expect(await stranger.replica.takeOver(bundle)).toEqual({ trouble: 'notMine' })
    const brought = decodeBundle(bundle)?.batches ?? []
    const nothing = { cursors: new Map(), rosters: new Map(), waiting: { items: 0, since: 0 }, repair: [] }
    const frames = []
    const request = { lineage: 'dong-0001', app: '0.1.0', ...nothing, batches: brought }
    for await (const frame of village.server.sync(request, {
      device: 'nobody-01',
      person: 'stranger-1',
      revoked: false,
    }))
      frames.push(frame)
    expect(frames.filter((frame) => frame.frame === 'notTaken').length).toBe(brought.length)
    expect(frames.some((frame) => frame.frame === 'receipt')).toBe(false)
  })
})
