import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { agendaItemSchema } from '#shared/records/agenda.ts'
import { titleSchema } from '#shared/records/resolution.ts'
import { thematicTitle } from '#shared/rulesets/templates.ts'
import { TOPIC_BANK } from './bank.ts'
import { TOPIC_GROUPS } from './topic.ts'

const { topics } = TOPIC_BANK

describe('[M70] the bank of topics', () => {
  it('holds at least 48 of them, at least five of each group, no name and no title twice', () => {
    expect(topics.length).toBeGreaterThanOrEqual(48)
    for (const group of TOPIC_GROUPS)
      expect(topics.filter((topic) => topic.group === group).length, group).toBeGreaterThanOrEqual(5)
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
    expect(new Set(topics.map(({ title }) => title.toLowerCase())).size).toBe(topics.length)
    expect(TOPIC_BANK.validFrom).toMatch(/^20\d\d-\d\d-\d\d$/u)
  })

  it.each(topics)('$id says why, asks three to five questions, and names its sources', (topic) => {
    expect(topic.id).toMatch(/^[a-z][a-z0-9-]{2,59}$/u)
    expect(topic.why.length).toBeGreaterThan(40)
    expect(topic.questions.length).toBeGreaterThanOrEqual(3)
    expect(topic.questions.length).toBeLessThanOrEqual(5)
    for (const question of topic.questions) expect(question).toMatch(/[?.]$/u)
    expect(topic.sources.length).toBeGreaterThan(0)
    const months = topic.months ?? []
    expect(months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12)).toBe(true)
    expect(new Set(months).size).toBe(months.length)
    expect([topic.title, topic.why, ...topic.questions].map((text) => text.normalize('NFC'))).toEqual([
      topic.title,
      topic.why,
      ...topic.questions,
    ])
  })

  it('has in every month of the year something of the season', () => {
    for (let month = 1; month <= 12; month++)
      expect(
        topics.some(({ months }) => months?.includes(month)),
        `month ${month}`,
      ).toBe(true)
  })

  it.each(topics)('$id fits the item of an agenda and the title of a resolution', (topic) => {
    const item = { id: 'item-0001', part: 'discussion', title: topic.title, minutes: 40 }
    expect(v.is(agendaItemSchema, { ...item, guide: topic.questions.join('\n') })).toBe(true)
    expect(v.is(titleSchema, thematicTitle(topic.title))).toBe(true)
    expect(thematicTitle(topic.title)).not.toContain('…')
  })
})
