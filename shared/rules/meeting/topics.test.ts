import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingRow } from '#shared/records/row.ts'
import { contentText } from '#shared/records/content.ts'
import { thematicText, thematicTitle } from '#shared/rulesets/templates.ts'
import { TOPIC_BANK, TOPIC_RESTS } from '#shared/rulesets/topics/bank.ts'
import { itemForDraft, itemForQuestions, thematicAgenda } from './planning.ts'
import { suggestTopics, topicState, yearOfTopics, type Suggestion } from './topics.ts'

const { topics } = TOPIC_BANK
const TODAY = '2026-11-25'
const [first, second] = topics as [(typeof topics)[number], (typeof topics)[number]]

const thematic = (month: string, over: Partial<MeetingRow> = {}): MeetingRow => ({
  ...{ kind: 'meeting', record: `meeting-${month}`, changedAt: 1, type: 'thematic', month },
  ...{ startsAt: `${month}-10T19:30`, place: 'Nhà văn hóa', minutes: 90, course: 'closed', items: 12 },
  ...{ coming: [], notComing: [], steps: {}, presenters: [], speakers: [], attended: {}, texts: [] },
  ...{ contradictions: 0, ...over },
})
const idsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ topic }) => topic.id)
const asked = (rows: readonly MeetingRow[], month = '2026-12') => ({ topics, rows, month, today: TODAY })
const reasonsOf = (suggestions: readonly Suggestion[], id: string) =>
  suggestions.find(({ topic }) => topic.id === id)?.reasons.map(({ why }) => why)

describe('what became of a topic', () => {
  it('[M72] it was treated where a thematic meeting on it was opened, by name or by the same words', () => {
    expect(topicState(first, [thematic('2026-03', { topicId: first.id })], TODAY)).toEqual({
      is: 'treated',
      last: '2026-03',
    })
    const typed = thematic('2026-05', { topic: first.title.toUpperCase() })
    expect(topicState(first, [typed], TODAY)).toEqual({ is: 'treated', last: '2026-05' })
    expect(
      topicState(first, [thematic('2026-05', { topicId: second.id, topic: first.title })], TODAY),
    ).toEqual({
      is: 'free',
    })
  })

  it('[M72] a plan is to come or was never held, a cancelled meeting treats nothing', () => {
    const plan = thematic('2026-12', { topicId: first.id, course: 'planned' })
    expect(topicState(first, [plan], TODAY)).toMatchObject({ is: 'planned', row: { month: '2026-12' } })
    const passed = thematic('2026-09', { topicId: first.id, course: 'planned' })
    const off = thematic('2026-10', { topicId: first.id, course: 'cancelled' })
    expect(topicState(first, [passed, off], TODAY)).toEqual({ is: 'free' })
    const regular = thematic('2026-09', { topicId: first.id, type: 'regular' })
    expect(topicState(first, [regular], TODAY)).toEqual({ is: 'free' })
  })
})

describe('proposals', () => {
  it('[M74] in an empty book begin with the season, one of each group in turn', () => {
    const suggestions = suggestTopics(asked([], '2026-06'))
    const groups = suggestions.slice(0, 5).map(({ topic }) => topic.group)
    expect(new Set(groups).size).toBe(5)
    expect(suggestions.slice(0, 5).every(({ topic }) => topic.months?.includes(6))).toBe(true)
    expect(suggestions[0]?.reasons).toEqual([{ why: 'season', month: '2026-06' }, { why: 'never' }])
    expect(reasonsOf(suggestions, 'village-land-disputes')).toEqual(['never'])
  })

  it('[M73] [M74] a topic of 25 months ago is back and says since when, one of 23 months ago waits', () => {
    const old = thematic('2024-11', { topicId: 'digital-vneid' })
    const recent = thematic('2025-01', { topicId: 'digital-village' })
    const suggestions = suggestTopics(asked([old, recent]))
    const back = suggestions.find(({ topic }) => topic.id === 'digital-vneid')
    expect(back?.reasons).toEqual([{ why: 'longAgo', last: '2024-11' }])
    expect(suggestions.at(-1)).toMatchObject({
      topic: { id: 'digital-village' },
      reasons: [{ why: 'treatedLast' }],
    })
  })

  it('[M74] a group nothing was treated of for so long says so', () => {
    const old = thematic('2023-05', { topicId: 'security-fire' })
    expect(reasonsOf(suggestTopics(asked([old])), 'security-traffic')).toEqual([
      'season',
      'never',
      'groupRests',
    ])
  })

  it('[M73] what is planned is not proposed', () => {
    const plan = thematic('2026-12', { topicId: 'village-year-of-work', course: 'planned' })
    expect(idsOf(suggestTopics(asked([])))).toContain('village-year-of-work')
    expect(idsOf(suggestTopics(asked([plan])))).not.toContain('village-year-of-work')
  })

  const months = fc
    .tuple(fc.integer({ min: 2021, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
  const rows = fc.array(
    fc
      .record({
        month: months,
        topicId: fc.constantFrom(...topics.map(({ id }) => id)),
        course: fc.constantFrom('closed', 'running', 'planned', 'cancelled'),
      })
      .map(({ month, ...over }) => thematic(month, over as Partial<MeetingRow>)),
    { maxLength: 90 },
  )

  it('[M73] never put one that rests before one that does not, and leave out only what is planned', () => {
    fc.assert(
      fc.property(rows, months, (held, month) => {
        const suggestions = suggestTopics({ topics, rows: held, month, today: TODAY })
        const rests = suggestions.map(({ topic }) => {
          const state = topicState(topic, held, TODAY)
          return state.is === 'treated' && apart(state.last, month) < TOPIC_RESTS.value.months
        })
        expect(rests).toEqual(rests.toSorted((a, b) => Number(a) - Number(b)))
        const waited = suggestions.flatMap(({ reasons }) =>
          reasons.flatMap((reason) => (reason.why === 'treatedLast' ? [reason.last] : [])),
        )
        expect(waited).toEqual(waited.toSorted())
        expect(waited.length).toBe(rests.filter(Boolean).length)
        const planned = topics.filter((topic) => topicState(topic, held, TODAY).is === 'planned')
        expect(suggestions.length + planned.length).toBe(topics.length)
      }),
    )
  })

  it('[M74] always say why, and the same book proposes the same in whatever order it was read', () => {
    fc.assert(
      fc.property(rows, months, (held, month) => {
        const suggestions = suggestTopics({ topics, rows: held, month, today: TODAY })
        expect(suggestions.every(({ reasons }) => reasons.length > 0)).toBe(true)
        expect(suggestTopics({ topics, rows: held.toReversed(), month, today: TODAY })).toEqual(suggestions)
      }),
    )
  })
})

describe('[M75] the year of topics', () => {
  const marks = (rows: readonly MeetingRow[], year = 2026, today = TODAY) =>
    yearOfTopics({ ...asked(rows, today.slice(0, 7)), today, year }).map(({ mark }) => mark)

  it('says of each quarter whether its meeting was held, is planned, due, ahead or missed', () => {
    const rows = [
      thematic('2026-02', { topicId: first.id }),
      thematic('2026-05', { course: 'cancelled' }),
      thematic('2026-12', { course: 'planned' }),
    ]
    expect(marks(rows)).toEqual(['held', 'missed', 'missed', 'planned'])
    expect(marks(rows, 2027)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
    expect(marks([], 2026, '2026-05-02')).toEqual(['before', 'due', 'ahead', 'ahead'])
    expect(marks(rows, 2026, '2027-01-02')).toEqual(['held', 'missed', 'missed', 'missed'])
  })

  it('proposes a topic where one is wanted, for a month that is not over, and none twice', () => {
    const quarters = yearOfTopics({ ...asked([], '2026-06'), today: '2026-05-04', year: 2026 })
    expect(quarters.map(({ month }) => month)).toEqual([undefined, '2026-06', '2026-07', '2026-10'])
    const proposed = quarters.flatMap(({ proposal }) => (proposal ? [proposal.topic.id] : []))
    expect(new Set(proposed).size).toBe(3)
    expect(proposed[0]).toBe(suggestTopics(asked([], '2026-06'))[0]?.topic.id)
    const two = topics.filter(({ months }) => months === undefined).slice(0, 2)
    const few = yearOfTopics({ ...asked([], '2026-06'), topics: two, today: '2026-05-04', year: 2026 })
    expect(few.map(({ proposal }) => proposal?.topic.id)).toEqual([
      undefined,
      two[0]?.id,
      two[1]?.id,
      undefined,
    ])
    const late = yearOfTopics({ ...asked([], '2026-07'), today: '2026-06-20', year: 2026 })
    expect(late[1]?.month).toBe('2026-06')
  })
})

describe('a topic becomes a meeting and a resolution', () => {
  let n = 0
  const newId = () => `item-${String(++n).padStart(4, '0')}`

  it('[M76] the questions stand at the discussion, the drafter presents', () => {
    const agenda = thematicAgenda({ guide: first.questions.join('\n'), drafter: 'binh-person' }, newId)
    expect(agenda.find(({ part }) => part === 'discussion')?.guide?.split('\n')).toEqual(first.questions)
    expect(agenda.filter(({ presenter }) => presenter === 'binh-person').map(({ part }) => part)).toEqual([
      'thematic',
    ])
    expect(thematicAgenda({}, newId).every((item) => !('guide' in item) && !('presenter' in item))).toBe(true)
  })

  it('[M76] for a meeting that has its agenda the questions go where none stand', () => {
    const agenda = thematicAgenda({}, newId)
    expect(itemForQuestions(agenda)?.part).toBe('discussion')
    expect(itemForQuestions(thematicAgenda({ guide: 'Ai làm?' }, newId))).toBeNull()
    expect(itemForQuestions([])).toBeNull()
  })

  it('[M77] a draft is tied to where it is voted on, called after the topic, and begins with it', () => {
    const agenda = thematicAgenda({}, newId)
    expect(itemForDraft(agenda)?.part).toBe('resolution')
    expect(itemForDraft(agenda.filter(({ part }) => part !== 'resolution'))?.part).toBe('thematic')
    expect(itemForDraft([])).toBeNull()
    expect(thematicTitle(first.title)).toBe(`Nghị quyết chuyên đề: ${first.title}`)
    expect(thematicTitle('dài '.repeat(50).trim()).length).toBeLessThanOrEqual(200)
    const text = contentText(thematicText(first.title, '2026'))
    expect(text).toContain(
      `chương trình công tác năm 2026, chi bộ tổ chức sinh hoạt chuyên đề “${first.title}”.`,
    )
    expect(text).toContain('III- NHIỆM VỤ VÀ GIẢI PHÁP')
  })
})

const apart = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))
