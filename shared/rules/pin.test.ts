import { expect, it } from 'vitest'
import { pinProblem } from './pin.ts'

it.each([
  ['2580', null],
  ['19712005', null],
  ['1357', null],
  ['123', 'notDigits'],
  ['123456789', 'notDigits'],
  ['12a4', 'notDigits'],
  ['0000', 'tooEasy'],
  ['1234', 'tooEasy'],
  ['87654321', 'tooEasy'],
])('[E18] the PIN %s: %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem))
