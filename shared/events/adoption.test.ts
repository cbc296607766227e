import { beforeEach, describe, expect, it } from 'vitest'
import type { Content } from '#shared/records/content.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { minutesOf, type Minutes } from '#shared/records/minutes.ts'
import { AT, Evening, id } from './meeting/evening.fixture.ts'
import { minutesRules } from './minutes.ts'
import { NAMES, PEOPLE, Story } from './people.fixture.ts'
import { resolutionRules } from './resolution.ts'

const READ: Content = [{ part: 'block', kind: null, depth: 0, runs: [{ text: 'Sửa đường xóm Chùa.' }] }]
const SIGNED: Content = [
  { part: 'block', kind: null, depth: 0, runs: [{ text: 'Sửa đường xóm Chùa trước tháng 5.' }] },
]
const MEETING = 'meeting-0001'
const EVERYBODY = ['an', 'binh', 'cuc', 'dung'] as const

/** A meeting that voted on a text. @param votes entered by phones that knew nothing of each other */
function voted(about: 'text' | 'minutes', votes: readonly number[], record = 'record-0001'): Meeting {
  const evening = Evening.begun()
  const vote = {
    id: 'vote-0001',
    item: null,
    about: { what: about, record },
    majority: 'ordinary',
    form: 'hands',
  }
  const present = EVERYBODY.map(id)
  evening.does('an', { do: 'putToVote', ...vote, present, amendments: [], at: AT })
  votes.forEach((count, i) =>
    evening.does('an', {
      ...{
        do: 'enterCount',
        id: `entry-000${i}`,
        vote: 'vote-0001',
        for: count,
        against: 4 - count,
        other: 0,
      },
      ...{ at: AT, instead: [] },
    }),
  )
  return evening.meeting
}

const ADOPT = { do: 'adoptText', meeting: MEETING, vote: 'vote-0001', content: READ, amendments: [], at: AT }
const SIGN = {
  do: 'signText',
  content: SIGNED,
  signers: [{ person: id('an'), post: 'secretary' }],
  signedOn: '2026-12-03',
  slug: 's'.repeat(22),
  at: AT + 60_000,
}

let draft: Story<Resolution>
beforeEach(() => {
  draft = new Story('resolution')
  draft.does('an', {
    do: 'startResolution',
    title: 'NQ tháng 12',
    month: '2026-12',
    template: 'monthly',
    schema: 1,
  })
  draft.others.set(MEETING, voted('text', [3]))
})

describe('adopting a text', () => {
  it('[V1] carries what was read, what was counted and of how many', () => {
    expect(draft.does('an', ADOPT)).toBe('textAdopted')
    expect(draft.state?.adopted).toEqual({
      ...{ meeting: MEETING, vote: 'vote-0001', content: READ, amendments: [], at: AT, by: id('an') },
      ...{ count: { for: 3, against: 1, other: 0 }, base: 4, present: 4 },
    })
    expect(draft.state?.stage).toBe('adopted')
    expect(resolutionRules.project('record-0001', draft.state as Resolution, 1, null)).toMatchObject({
      adoptedAt: AT,
    })
  })

  it('[P43] is for secretary, deputy and whoever chaired', () => {
    expect(NAMES.filter((name) => draft.asks(name, ADOPT).ok)).toEqual(['an', 'binh'])
    const evening = new Evening()
    evening.does('cuc', {
      do: 'openMeeting',
      at: AT,
      chair: id('cuc'),
      roll: [{ person: id('cuc'), status: 'official', duties: [] }],
    })
    draft.others.set(MEETING, { ...voted('text', [3]), chairs: [id('cuc')] })
    expect(draft.does('cuc', ADOPT)).toBe('textAdopted')
  })

  it('[V2] is refused for an earlier adoption and for nothing another phone wrote', () => {
    draft.does('cuc', { do: 'nameVersion', id: 'version-1', name: 'Bản khác', content: SIGNED })
    draft.does('an', ADOPT)
    expect(draft.does('binh', ADOPT)).toBe('')
    const again = { ...voted('text', [4]).votes[0], id: 'vote-0002' } as Meeting['votes'][number]
    draft.others.set(MEETING, { ...voted('text', [3]), votes: [again] })
    expect(draft.does('binh', { ...ADOPT, vote: 'vote-0002' })).toBe('alreadyAdopted')
    expect(draft.state?.adopted?.vote).toBe('vote-0001')
  })

  it('[V3] needs a vote about this text that carried, with one count', () => {
    const after = (meeting: Meeting | null) => {
      if (meeting) draft.others.set(MEETING, meeting)
      else draft.others.clear()
      return draft.does('an', ADOPT)
    }
    expect(after(null)).toBe('notFound')
    expect(after(Evening.begun().meeting)).toBe('notFound')
    expect(after(voted('text', [2]))).toBe('notCarried')
    expect(after(voted('text', []))).toBe('notCarried')
    expect(after(voted('text', [3, 4]))).toBe('countsDiffer')
    expect(after(voted('text', [4], 'record-0002'))).toBe('malformed')
    expect(after(voted('minutes', [4]))).toBe('malformed')
    expect(draft.state?.adopted).toBeUndefined()
  })

  it('[V4] closes it for drafters; the signers still write in what was voted', () => {
    const writes = () =>
      NAMES.filter((name) => resolutionRules.writingRefusal(draft.state, PEOPLE[name]) === null)
    expect(writes()).toEqual(['an', 'binh', 'cuc'])
    draft.does('an', ADOPT)
    expect(writes()).toEqual(['an', 'binh'])
    draft.does('an', SIGN)
    expect(writes()).toEqual([])
  })
})

describe('signing it', () => {
  it('[Y14] makes it one that strangers may ask about, with nothing of what stands in it', () => {
    draft.does('an', ADOPT)
    expect(resolutionRules.publishes?.(draft.state!)).toBeNull()
    draft.does('an', SIGN)
    const page = { is: 'sealed' }
    expect(resolutionRules.publishes?.(draft.state!)).toEqual({
      slug: SIGN.slug,
      page,
      withdrawnAt: null,
      lastDay: null,
    })
    const correcting = { ...draft.state!, corrects: 'nghiquyet-01' }
    expect(resolutionRules.publishes?.(correcting)?.page).toEqual({ ...page, corrects: 'nghiquyet-01' })
  })

  it('[V5] comes after adoption, once, and nothing leads out of it', () => {
    expect(draft.does('an', SIGN)).toBe('notAdopted')
    draft.does('an', ADOPT)
    expect(draft.does('binh', SIGN)).toBe('textSigned')
    const sealed = draft.state?.sealed
    expect(sealed).toMatchObject({ content: SIGNED, signedOn: '2026-12-03', by: id('binh'), seq: 3 })
    expect(draft.does('an', { ...SIGN, content: READ })).toBe('alreadySigned')
    expect(draft.does('an', { do: 'renameResolution', title: 'Khác' })).toBe('documentClosed')
    expect(draft.does('an', { do: 'moveResolution', to: 'draft' })).toBe('documentClosed')
    expect(draft.does('an', { do: 'binResolution' })).toBe('documentClosed')
    expect(draft.does('an', { ...ADOPT, vote: 'vote-0002' })).toBe('alreadyAdopted')
    draft.happened('textSigned', { ...SIGN, content: READ })
    draft.happened('textAdopted', { ...ADOPT, content: SIGNED })
    expect([draft.state?.sealed, draft.state?.adopted?.content]).toEqual([sealed, READ])
  })

  it('[V11] keeps the printed names beside it, each as words that can be erased', () => {
    draft.does('an', ADOPT)
    expect(resolutionRules.attachments?.(draft.state!)).toEqual([])
    const name = { id: 'n'.repeat(43), media: 'text/plain', size: 40 }
    const names = [{ person: id('an'), name }]
    expect(
      draft.asks('an', { ...SIGN, names: [{ person: id('an'), name: { ...name, media: 'image/png' } }] }),
    ).toEqual({
      ok: false,
      refusal: 'malformed',
    })
    expect(draft.does('an', { ...SIGN, names })).toBe('textSigned')
    expect(resolutionRules.attachments?.(draft.state!)).toEqual([name])
    expect(JSON.stringify(draft.state?.sealed?.content)).not.toContain(name.id)
  })

  it('[P44] is for secretary, deputy, whoever chaired and the minute-taker', () => {
    draft.does('an', ADOPT)
    expect(NAMES.filter((name) => draft.asks(name, SIGN).ok)).toEqual(['an', 'binh', 'dung'])
  })

  it('[V14] is withdrawn with a reason, by secretary or deputy; text and place stay', () => {
    const withdraw = { do: 'withdrawText', reason: 'Trái với quy định mới.', at: AT + 120_000 }
    draft.does('an', ADOPT)
    expect(draft.does('an', withdraw)).toBe('notInThisState')
    draft.does('an', SIGN)
    expect(NAMES.filter((name) => draft.asks(name, withdraw).ok)).toEqual(['an', 'binh'])
    expect(draft.does('binh', withdraw)).toBe('textWithdrawn')
    expect(draft.does('an', { ...withdraw, reason: 'Khác' })).toBe('')
    expect(draft.state).toMatchObject({
      sealed: { content: SIGNED, slug: SIGN.slug },
      withdrawn: { reason: 'Trái với quy định mới.', by: id('binh') },
    })
    expect(resolutionRules.publishes?.(draft.state!)?.withdrawnAt).toBe(withdraw.at)
  })

  it('[P54] nobody else withdraws it', () => {
    draft.does('an', ADOPT)
    draft.does('an', SIGN)
    expect(draft.asks('cuc', { do: 'withdrawText', reason: 'Không thích', at: AT })).toEqual({
      ok: false,
      refusal: 'notAllowed',
    })
  })

  it('[V10] a correction is a new record that names a signed one', () => {
    const correction = new Story<Resolution>('resolution')
    const start = { do: 'startResolution', title: 'NQ sửa', month: '2026-12', template: 'blank', schema: 1 }
    const corrects = 'record-0009'
    expect(correction.does('an', { ...start, corrects })).toBe('notInThisState')
    draft.does('an', ADOPT)
    correction.others.set(corrects, draft.state)
    expect(correction.does('an', { ...start, corrects })).toBe('notInThisState')
    draft.does('an', SIGN)
    correction.others.set(corrects, draft.state)
    expect(correction.does('an', { ...start, corrects })).toBe('resolutionStarted')
    expect(correction.state?.corrects).toBe(corrects)
  })
})

describe('minutes', () => {
  const BEGIN = { do: 'beginMinutes', meeting: MEETING, schema: 1 }
  let minutes: Story<Minutes>
  beforeEach(() => {
    minutes = new Story('minutes')
    minutes.others.set(MEETING, voted('minutes', [4]))
  })

  it('[P48] [M30] are begun once, by whoever keeps the notes, and are the minute-taker’s', () => {
    expect(NAMES.filter((name) => minutes.asks(name, BEGIN).ok)).toEqual(['an', 'binh', 'dung'])
    minutes.does('an', BEGIN)
    expect(minutes.does('dung', BEGIN)).toBe('')
    expect(minutes.does('dung', { ...BEGIN, meeting: 'meeting-0002' })).toBe('notFound')
    expect(minutes.state?.minuteTaker).toBe(id('dung'))
  })

  it('[M30] have the id that every phone finds by itself', () => {
    expect([minutesOf('meeting-0001'), minutesOf('m'.repeat(32))]).toEqual([
      'bb-meeting-0001',
      `bb-${'m'.repeat(29)}`,
    ])
  })

  it('[P47] [M31] are written by the minute-taker of this meeting, and on a phone lent to him', () => {
    const writes = () =>
      NAMES.filter((name) => minutesRules.writingRefusal(minutes.state, PEOPLE[name]) === null)
    minutes.does('dung', BEGIN)
    expect(writes()).toEqual(['dung'])
    expect(minutes.does('an', { do: 'writeOnPhoneOf', person: id('an') })).toBe('phoneShared')
    expect(writes()).toEqual(['an', 'dung'])
    const another = new Story<Minutes>('minutes')
    another.others.set(MEETING, voted('minutes', [4]))
    another.does('binh', BEGIN)
    expect(another.state).toMatchObject({ minuteTaker: id('dung'), alsoOnPhoneOf: [id('binh')] })
    expect(minutes.does('an', { do: 'handMinutes', to: id('cuc') })).toBe('minutesHanded')
    expect(writes()).toEqual(['cuc'])
    expect(minutes.does('cuc', { do: 'handMinutes', to: id('cuc') })).toBe('notAllowed')
  })

  it('[V1] are adopted by their own vote and signed', () => {
    minutes.does('dung', BEGIN)
    expect(minutes.does('an', ADOPT)).toBe('textAdopted')
    expect(minutes.does('dung', { do: 'handMinutes', to: id('cuc') })).toBe('documentClosed')
    const signers = [
      { person: id('dung'), post: 'minuteTaker' },
      { person: id('an'), post: 'chair' },
    ]
    expect(minutes.does('an', { ...SIGN, signers })).toBe('textSigned')
    expect(minutesRules.writingRefusal(minutes.state, PEOPLE.dung)).toBe('documentClosed')
    expect(minutesRules.project('record-0001', minutes.state as Minutes, 1, READ)).toMatchObject({
      ...{ meeting: MEETING, words: 4, adoptedAt: AT, signedOn: '2026-12-03' },
    })
  })
})
