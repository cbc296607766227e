import { describe, expect, it } from 'vitest'
import type { Announcement } from '#shared/records/announcement.ts'
import { announcementRules } from './announcement.ts'
import { boardRules } from './board.ts'
import type { HeldWork } from './held.ts'
import { heldRules } from './held.ts'
import type { KeptText } from './kept.ts'
import { keptRules } from './kept.ts'
import { NAMES, PEOPLE, Story } from './people.fixture.ts'
import { rulesOf } from './registry.ts'

const notice = { title: 'Họp khu dân cư', body: 'Kính mời bà con' }
const PUBLISH = { do: 'publishAnnouncement', slug: 'a'.repeat(22), notice }
const CORRECT = { do: 'correctAnnouncement', notice: { ...notice, title: 'Họp lại' } }
const WITHDRAW = { do: 'withdrawAnnouncement' }

const PICTURE = {
  ...{ id: 'p'.repeat(43), media: 'image/jpeg', size: 1024 * 1024, width: 1024, height: 768 },
  alt: 'Đường vào nhà văn hóa',
} as const
const CARD = { id: 'c'.repeat(43), media: 'image/jpeg', size: 90_000 } as const

describe('an announcement', () => {
  it('[A1] is published, corrected under its link, withdrawn, and then nothing more', () => {
    const story = new Story<Announcement>('announcement')
    expect(story.does('an', CORRECT)).toBe('notFound')
    expect(story.does('an', WITHDRAW)).toBe('notFound')
    expect(story.does('an', PUBLISH)).toBe('announcementPublished')
    expect(story.does('an', PUBLISH)).toBe('alreadyExists')
    expect(story.does('binh', CORRECT)).toBe('announcementCorrected')
    expect(announcementRules.publishes?.(story.state as Announcement)).toMatchObject({
      slug: PUBLISH.slug,
      page: { notice: CORRECT.notice, correctedAt: story.now - 60_000 },
      withdrawnAt: null,
    })
    expect(story.does('binh', WITHDRAW)).toBe('announcementWithdrawn')
    expect(story.does('an', WITHDRAW)).toBe('')
    expect(story.does('an', CORRECT)).toBe('alreadyWithdrawn')
    expect(story.does('an', PUBLISH)).toBe('alreadyExists')
    expect(story.state).toMatchObject({ publishedBy: 'an-person', withdrawn: { by: 'binh-person' } })
    expect(announcementRules.publishes?.(story.state as Announcement)?.withdrawnAt).toBe(
      story.state?.withdrawn?.at,
    )
  })

  it('[A4] its page says when it reached the server, not what a wrong clock said', () => {
    const story = new Story<Announcement>('announcement')
    story.phonesOff = 3 * 24 * 60 * 60_000
    const publishedAt = story.now
    story.does('an', PUBLISH)
    const correctedAt = story.now
    story.does('an', CORRECT)
    expect(announcementRules.publishes?.(story.state as Announcement)?.page).toMatchObject({
      publishedAt,
      correctedAt,
    })
  })

  it.each([PUBLISH, CORRECT, WITHDRAW])('[P10] [P11] only An and Bình $do', (command) => {
    for (const name of NAMES) {
      const story = new Story<Announcement>('announcement')
      if (command !== PUBLISH) story.does('an', PUBLISH)
      const decision = story.asks(name, command)
      expect(decision.ok ? 'ok' : decision.refusal, name).toBe(
        ['an', 'binh'].includes(name) ? 'ok' : 'notAllowed',
      )
    }
  })

  it('[A10] for members only has no link and no page', () => {
    const story = new Story<Announcement>('announcement')
    const { slug: _, ...forMembers } = PUBLISH
    expect(story.does('an', forMembers)).toBe('announcementPublished')
    expect(announcementRules.publishes?.(story.state as Announcement)).toBeNull()
    expect(story.does('an', CORRECT)).toBe('announcementCorrected')
    expect(announcementRules.project('r', story.state as Announcement, 1, null)).toMatchObject({ slug: null })
  })

  it('[A11] [P19] who has read it says so himself, once', () => {
    const story = new Story<Announcement>('announcement')
    expect(story.does('dung', { do: 'confirmReading' })).toBe('notFound')
    story.does('an', PUBLISH)
    expect(story.state?.readBy).toEqual([])
    expect(story.does('dung', { do: 'confirmReading' })).toBe('announcementRead')
    expect(story.does('dung', { do: 'confirmReading' })).toBe('')
    expect(story.does('an', { do: 'confirmReading' })).toBe('announcementRead')
    expect(story.state?.readBy).toEqual(['dung-person', 'an-person'])
  })

  it('[A12] [F6] carries a picture up to the size the ruleset gives, and refers to it', () => {
    const story = new Story<Announcement>('announcement')
    const tooLarge = { ...PUBLISH, notice: { ...notice, picture: { ...PICTURE, size: 1024 * 1024 + 1 } } }
    expect(story.does('an', tooLarge)).toBe('tooLarge')
    expect(story.does('an', { ...PUBLISH, card: { ...CARD, size: 2 ** 40 } })).toBe('tooLarge')
    expect(story.does('an', { ...PUBLISH, notice: { ...notice, picture: PICTURE }, card: CARD })).toBe(
      'announcementPublished',
    )
    expect(story.state?.notice.picture).toEqual(PICTURE)
    const { width: _, height: __, alt: ___, ...ref } = PICTURE
    expect(announcementRules.attachments?.(story.state as Announcement)).toEqual([ref, CARD])
  })

  it('[A13] corrected without a card it has none, for the old one says what is not true any more', () => {
    const story = new Story<Announcement>('announcement')
    story.does('an', { ...PUBLISH, notice: { ...notice, picture: PICTURE }, card: CARD })
    expect(announcementRules.publishes?.(story.state as Announcement)?.page).toMatchObject({ card: CARD })
    story.does('an', CORRECT)
    expect(announcementRules.publishes?.(story.state as Announcement)?.page).not.toHaveProperty('card')
    expect(announcementRules.attachments?.(story.state as Announcement)).toEqual([])
  })

  it.each([
    { id: 'abc' },
    { media: 'image/svg+xml' },
    { size: 0 },
    { width: 0 },
    { height: 5000 },
    { alt: 'x'.repeat(201) },
  ])('a picture with %j is none', (wrong) => {
    const story = new Story<Announcement>('announcement')
    const command = { ...PUBLISH, notice: { ...notice, picture: { ...PICTURE, ...wrong } } }
    expect(story.does('an', command)).toBe('malformed')
  })

  it('has no text to write in, and its row says what is known', () => {
    const story = new Story<Announcement>('announcement')
    story.does('an', PUBLISH)
    expect(announcementRules.writingRefusal(story.state, PEOPLE.an)).toBe('notFound')
    const row = announcementRules.project('record-0001', story.state as Announcement, 1, null)
    expect(row).toEqual({
      ...{ kind: 'announcement', record: 'record-0001', changedAt: 1, title: notice.title },
      ...{ slug: PUBLISH.slug, publishedBy: 'an-person', withdrawn: false, readBy: [] },
      lastDay: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string,
    })
  })
})

describe('the public list', () => {
  const OPEN = { do: 'openBoard', slug: 'b'.repeat(22) }
  const CLOSE = { do: 'closeBoard' }

  it('[A15] [P30] is opened and closed by the secretary alone, and comes back at its old address', () => {
    const story = new Story<{ slug: string; open: boolean; closedAt: number | null }>('board')
    expect(story.does('an', CLOSE)).toBe('notFound')
    for (const name of NAMES.filter((n) => n !== 'an'))
      expect(story.does(name, OPEN), name).toBe('notAllowed')
    expect(story.does('an', OPEN)).toBe('boardOpened')
    expect(story.does('an', OPEN)).toBe('')
    expect(boardRules.publishes?.(story.state!)).toEqual({
      ...{ slug: OPEN.slug, page: { is: 'board' }, withdrawnAt: null, lastDay: null },
    })
    expect(story.does('binh', CLOSE)).toBe('notAllowed')
    expect(story.does('an', CLOSE)).toBe('boardClosed')
    expect(story.does('an', CLOSE)).toBe('')
    expect(boardRules.publishes?.(story.state!)?.withdrawnAt).toBeGreaterThan(0)
    expect(story.does('an', { ...OPEN, slug: 'z'.repeat(22) })).toBe('boardOpened')
    expect(boardRules.project('notice-board', story.state!, 1, null)).toMatchObject({
      ...{ kind: 'board', slug: OPEN.slug, open: true },
    })
    expect(boardRules.writingRefusal(story.state, PEOPLE.an)).toBe('notFound')
  })
})

describe('held work', () => {
  const source = { scope: 'cell/khu-dong-mit' as const, deviceSeq: 3, op: 0 }
  const data: HeldWork = {
    ...{ person: 'dung-person', device: 'dung-phone', code: 'rosterChanged', record: 'nghi-quyet-12' },
    ...{ about: 'Nghị quyết tháng 12', text: 'Dũng viết', source },
  }
  const held = () => {
    const story = new Story<HeldWork>('held')
    story.happened('workHeld', data)
    return story
  }

  it.each(['admitHeldWork', 'dismissHeldWork'])('[P12] [B8] %s is for An and Bình', (command) => {
    for (const name of NAMES) {
      const decision = held().asks(name, { do: command })
      expect(decision.ok ? 'ok' : decision.refusal, name).toBe(
        ['an', 'binh'].includes(name) ? 'ok' : 'notAllowed',
      )
    }
  })

  it('[B8] is decided once: a second word changes nothing, whichever it is', () => {
    const story = held()
    expect(story.does('an', { do: 'admitHeldWork' })).toBe('heldWorkAdmitted')
    expect(story.does('binh', { do: 'dismissHeldWork' })).toBe('')
    expect(story.state?.decided).toBe('admitted')
    expect(new Story('held').does('an', { do: 'admitHeldWork' })).toBe('notFound')
  })

  it('[B8] [K1] admitted, it is put in; dismissed, its author has his words back about that record', () => {
    const [admitted, dismissed] = [held(), held()]
    admitted.does('an', { do: 'admitHeldWork' })
    dismissed.does('an', { do: 'dismissHeldWork' })
    const reactions = ({ events, state }: Story<HeldWork>) =>
      events.map((event) => heldRules.react?.(event, state as HeldWork))
    expect(reactions(admitted)).toEqual([[], [{ do: 'applyHeld', held: 'record-0001' }]])
    expect(reactions(dismissed)[1]).toMatchObject([
      {
        scope: 'own/dung-person',
        kind: 'kept',
        event: { data: { about: 'nghi-quyet-12', text: 'Dũng viết' } },
      },
    ])
    expect(heldRules.project('record-0001', admitted.state as HeldWork, 1, null)).toMatchObject({
      decided: 'admitted',
    })
  })
})

describe('a kept text', () => {
  it('[K1] is put away once, by whoever it belongs to, and stays', () => {
    const story = new Story<KeptText>('kept')
    expect(story.does('dung', { do: 'putAwayKeptText' })).toBe('notFound')
    story.happened('wordsKept', { about: 'nghi-quyet-12', text: 'Dũng viết', why: 'mergedAway' })
    expect(story.does('dung', { do: 'putAwayKeptText' })).toBe('keptTextPutAway')
    expect(story.does('dung', { do: 'putAwayKeptText' })).toBe('')
    expect(keptRules.project('record-0001', story.state as KeptText, 1, null)).toMatchObject({
      text: 'Dũng viết',
      putAway: true,
    })
  })
})

describe.each(['announcement', 'board', 'held', 'kept', 'resolution'] as const)(
  'events of a newer program about %s',
  (kind) => {
    it('are left aside', () => {
      const story = new Story(kind)
      story.happened('somethingNew', { any: 1 }, 'an', { v: 9 })
      expect(story.state).toBeNull()
      expect(rulesOf(kind).kind).toBe(kind)
    })
  },
)
