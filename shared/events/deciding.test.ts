import { describe, expect, it } from 'vitest'
import type { Resolution } from '#shared/records/resolution.ts'
import { NAMES, PEOPLE, Story, type Name } from './people.fixture.ts'

const START = {
  ...{ do: 'startResolution', title: 'Nghị quyết tháng 12', month: '2026-12' },
  ...{ template: 'monthly', schema: 1 },
}
const comment = (id = 'comment-1', more: object = {}) => ({
  ...{ do: 'remark', id, anchor: null, says: { is: 'comment', text: 'Đường trục nên làm trước.' } },
  ...more,
})
const disown = (of: number) => ({ do: 'disownEntry', of })

function shown(): Story<Resolution> {
  const story = new Story<Resolution>('resolution')
  story.does('an', START)
  story.does('an', { do: 'moveResolution', to: 'comments' })
  return story
}

describe('entering for another', () => {
  it('[N1] An enters what Dũng said: it is Dũng’s word, and it says who typed it', () => {
    const story = shown()
    expect(story.does('an', comment(), 'dung')).toBe('remarkMade')
    expect(story.state?.remarks[0]).toMatchObject({
      by: PEOPLE.dung.person,
      entered: { by: PEOPLE.an.person, seq: 3 },
    })
  })

  it('[N2] [P35] nobody gains or loses a right by it; who has no role, or is suspended, enters nothing', () => {
    const may = (who: Name, forWhom: Name): string => {
      const decision = shown().asks(who, comment(), forWhom)
      return decision.ok ? 'ok' : decision.refusal
    }
    const told = Object.fromEntries(
      NAMES.map((who) => [who, NAMES.filter((other) => other !== who).map((other) => may(who, other))]),
    )
    // For an, bình, cúc, dũng, sơn (suspended), the officer, the superior in charge and a stranger, whoever asks left out.
    expect(told).toEqual({
      an: ['ok', 'ok', 'ok', 'suspended', 'notFound', 'notFound', 'notFound'],
      binh: ['ok', 'ok', 'ok', 'suspended', 'notFound', 'notFound', 'notFound'],
      cuc: ['ok', 'ok', 'ok', 'suspended', 'notFound', 'notFound', 'notFound'],
      dung: ['ok', 'ok', 'ok', 'suspended', 'notFound', 'notFound', 'notFound'],
      son: ['notAllowed', 'notAllowed', 'notAllowed', 'notAllowed', 'notFound', 'notFound', 'notFound'],
      officer: ['notAllowed', 'notAllowed', 'notAllowed', 'notAllowed', 'notAllowed', 'notFound', 'notFound'],
      superior: [
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notFound',
        'notFound',
      ],
      stranger: [
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notAllowed',
        'notFound',
        'notFound',
      ],
    })
  })

  it('[N2] Dũng cannot decide by entering for An, nor An write early for Dũng', () => {
    const story = shown()
    story.does('cuc', comment('comment-2'))
    expect(story.does('dung', { do: 'settleComment', remark: 'comment-2' }, 'an')).toBe('notForAnother')
    const early = new Story<Resolution>('resolution')
    early.does('an', START)
    expect(early.does('an', comment(), 'dung')).toBe('notInThisState')
  })

  it('[N3] decisions, texts and readings are nobody’s to enter for another, nor is anything for oneself', () => {
    const story = shown()
    const never = [
      START,
      { do: 'renameResolution', title: 'Khác' },
      { do: 'binResolution' },
      { do: 'confirmReading' },
    ]
    for (const command of [...never, { do: '__proto__' }, null, 'remark'])
      expect(story.does('dung', command, 'an')).toBe('notForAnother')
    const reading = new Story('announcement')
    expect(reading.does('an', { do: 'confirmReading' }, 'dung')).toBe('notForAnother')
    expect(story.does('an', comment(), 'an')).toBe('notFound')
  })

  it('[N6] somebody at An’s phone is named in what he typed, and only there', () => {
    const story = shown()
    const helper = 'Hoàng Văn Tú'
    story.does('an', comment('comment-1', { helper }), 'dung')
    story.does('an', comment('comment-2', { helper }))
    story.does('an', comment('comment-3', { helper: '<b>' }), 'dung')
    expect(story.state?.remarks.map((r) => r.entered?.helper)).toEqual([helper, undefined, undefined])
  })
})

describe('what I did not mean', () => {
  it('[N4] Dũng disowns what An entered for him: it stands, with the mark, for everybody', () => {
    const story = shown()
    story.does('an', comment(), 'dung')
    expect(story.does('cuc', disown(3))).toBe('notFound')
    expect(story.does('dung', disown(3))).toBe('entryDisowned')
    expect(story.does('dung', disown(3))).toBe('')
    expect(story.state?.remarks[0]).toMatchObject({
      by: PEOPLE.dung.person,
      says: { text: 'Đường trục nên làm trước.' },
      entered: { disowned: true },
    })
  })

  it('[N4] an answer too, and nothing else than an entry made for me', () => {
    const story = shown()
    story.does('dung', comment())
    story.does('an', { do: 'answerRemark', remark: 'comment-1', id: 'answer-01', text: 'Tôi đồng ý.' }, 'cuc')
    expect(story.does('dung', disown(3))).toBe('notFound')
    for (const of of [0, -1, 1.5, 99]) expect(story.does('cuc', disown(of))).not.toBe('entryDisowned')
    expect(story.does('cuc', disown(4))).toBe('entryDisowned')
    expect(story.state?.remarks[0]?.answers[0]?.entered).toMatchObject({ disowned: true })
    expect(story.state?.remarks[0]?.entered).toBeUndefined()
  })

  it('[N4] for Dũng, who has no phone, Bình says it; An, who made the entry, does not', () => {
    const story = shown()
    story.does('an', comment(), 'dung')
    expect(story.does('an', disown(3), 'dung')).toBe('notAllowed')
    expect(story.does('binh', disown(3), 'cuc')).toBe('notFound')
    expect(story.does('binh', disown(3), 'dung')).toBe('entryDisowned')
  })

  it('An takes back himself what he entered wrongly', () => {
    const story = shown()
    story.does('an', comment(), 'dung')
    expect(story.does('an', { do: 'withdrawRemark', remark: 'comment-1' }, 'dung')).toBe('remarkClosed')
    expect(story.state?.remarks[0]?.outcome).toMatchObject({ is: 'withdrawn' })
  })
})
