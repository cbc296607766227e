import { describe, expect, it } from 'vitest'
import type { Resolution } from '#shared/records/resolution.ts'
import { NAMES, Story } from './people.fixture.ts'

const CONTENT = [{ part: 'block', kind: null, depth: 0, runs: [{ text: 'Chi bộ thống nhất.' }] }]
const name = (id = 'version-1', over: object = {}) => ({
  ...{ do: 'nameVersion', id, name: 'Bản trước buổi sinh hoạt', content: CONTENT },
  ...over,
})

function begun(): Story<Resolution> {
  const story = new Story<Resolution>('resolution')
  const start = {
    do: 'startResolution',
    title: 'Nghị quyết',
    month: '2026-12',
    template: 'monthly',
    schema: 1,
  }
  story.does('an', start)
  return story
}

describe('a named version', () => {
  it('[R8] carries the text as it stood, who named it and when; again it is the same one', () => {
    const story = begun()
    expect(story.does('cuc', name())).toBe('versionNamed')
    expect(story.does('cuc', name())).toBe('')
    expect(story.state?.versions).toMatchObject([
      { name: 'Bản trước buổi sinh hoạt', by: 'cuc-person', content: CONTENT },
    ])
  })

  it('[P29] is named by those who write the text', () => {
    const told = NAMES.map((who) => begun().does(who, name()))
    expect(told).toEqual([...Array<string>(3).fill('versionNamed'), ...Array<string>(5).fill('notAllowed')])
  })

  it('[R8] is of content alone, of at most 60,000 letters, at most twenty of them', () => {
    const story = begun()
    const page = (letters: number) => [{ ...CONTENT[0], runs: [{ text: 'a'.repeat(letters) }] }]
    expect(story.does('an', name('version-1', { content: page(60_000) }))).toBe('malformed')
    expect(story.does('an', name('version-1', { content: [{ part: 'script' }] }))).toBe('malformed')
    for (let i = 0; i < 20; i++)
      expect(story.does('an', name(`version-${i}`, { content: page(59_000) }))).toBe('versionNamed')
    expect(story.does('an', name('version-x'))).toBe('tooLarge')
  })

  it('[R8] stays also when the text is closed', () => {
    const story = begun()
    story.does('an', { do: 'binResolution' })
    expect(story.does('an', name())).toBe('versionNamed')
  })
})
