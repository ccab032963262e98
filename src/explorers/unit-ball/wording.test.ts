import { expect, it } from 'vitest'
import { ballWords, normWords } from './wording.ts'

it('shows how a norm comes about', () => {
  expect(normWords([0.8, -1], 1)).toBe('0.80 + 1.00 = 1.80')
  expect(normWords([3, -4], 2)).toBe('√(3.00^2 + 4.00^2) = 5.00')
  expect(normWords([3, -4], Infinity)).toBe('the larger of 3.00 and 4.00 = 4.00')
  expect(normWords([1, 1], 0.5)).toBe('(1.00^0.5 + 1.00^0.5)^1/0.5 = 4.00')
})

it('calls it a norm from p = 1 on, and not below', () => {
  for (const p of [1, 1.4, 2, 3, Infinity]) expect(ballWords(p)).toContain('this is a norm')
  for (const p of [0.3, 0.9]) expect(ballWords(p)).toContain('not a norm')
  expect(ballWords(0.5)).toContain('has size 4.00, more than 1 + 1')
})
