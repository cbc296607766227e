import { expect, it } from 'vitest'
import { MOST_PASTED, tooMuchIn } from './paste.ts'

const clipboard = (plain: string, html = '') => ({
  getData: (type: string) => (type === 'text/html' ? html : plain),
})
const lines = (count: number, length: number) =>
  Array.from({ length: count }, () => 'ữ'.repeat(length)).join('\r\n')

it('pages of text are taken, as long as a phone stays fluent with them', () => {
  expect(tooMuchIn(null)).toBe(false)
  expect(tooMuchIn(clipboard(''))).toBe(false)
  expect(tooMuchIn(clipboard(lines(300, 600)))).toBe(false)
  expect(tooMuchIn(clipboard(lines(2, MOST_PASTED.paragraph)))).toBe(false)
  expect(tooMuchIn(clipboard(lines(1, 1_000), `<p>${'<b></b>'.repeat(100_000)}</p>`))).toBe(false)
})

it('a book is not, nor page after page without a line break', () => {
  expect(tooMuchIn(clipboard(lines(400, 600)))).toBe(true)
  expect(tooMuchIn(clipboard(lines(1, MOST_PASTED.paragraph + 1)))).toBe(true)
  expect(tooMuchIn(clipboard('', 'x'.repeat(MOST_PASTED.all + 1)))).toBe(true)
})
