import { describe, expect, it } from 'vitest'
import type { Block, Content } from '#shared/records/content.ts'
import { comparedContents, comparedWords } from './compare.ts'

const block = (text: string, kind: Block['kind'] = null): Block => ({
  ...{ part: 'block', kind, depth: 0 },
  runs: text === '' ? [] : [{ text }],
})
const [A, B, C] = ['Chi bộ thống nhất:', 'Làm đường trước 20/12.', 'Đ/c Lan báo cáo.'].map((t) =>
  block(t),
) as [Block, Block, Block]
const saidBy = (was: Content, now: Content) => comparedContents(was, now).map(({ is }) => is)

describe('comparing two versions', () => {
  it('word by word, with the marks of Vietnamese in one piece', () => {
    expect(comparedWords('Làm đường trước 20/12.', 'Làm đường bê tông trước 25/12.')).toEqual([
      { is: 'same', text: 'Làm đường ' },
      { is: 'added', text: 'bê tông ' },
      { is: 'same', text: 'trước ' },
      { is: 'removed', text: '20/12' },
      { is: 'added', text: '25/12' },
      { is: 'same', text: '.' },
    ])
  })

  it('equal texts are the same all through', () => {
    expect(saidBy([A, B], [A, B])).toEqual(['same', 'same'])
    expect(saidBy([], [])).toEqual([])
  })

  it('a paragraph that came, went, or took another’s place', () => {
    expect(saidBy([A, C], [A, B, C])).toEqual(['same', 'added', 'same'])
    expect(saidBy([A, B, C], [A, C])).toEqual(['same', 'removed', 'same'])
    expect(comparedContents([A, B, C], [A, block('Làm đường trước 25/12.'), C])[1]).toMatchObject({
      is: 'changed',
      pieces: [
        { is: 'same' },
        { is: 'removed', text: '20/12' },
        { is: 'added', text: '25/12' },
        { is: 'same' },
      ],
    })
  })

  it('a line that became a heading is a change though its words are the same', () => {
    expect(saidBy([A], [block('Chi bộ thống nhất:', 'heading')])).toEqual(['changed'])
  })

  it('puts both texts together again, whatever they are', () => {
    const was = comparedContents([A, B, B, C], [C, A, block('Khác hẳn'), block('')])
    const side = (left: 'added' | 'removed') =>
      was.flatMap(({ pieces }) => pieces.filter(({ is }) => is !== left).map(({ text }) => text)).join('')
    expect(side('added')).toBe(
      'Chi bộ thống nhất:Làm đường trước 20/12.Làm đường trước 20/12.Đ/c Lan báo cáo.',
    )
    expect(side('removed')).toBe('Đ/c Lan báo cáo.Chi bộ thống nhất:Khác hẳn')
  })
})
