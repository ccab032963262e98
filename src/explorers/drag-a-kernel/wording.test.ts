import { expect, it } from 'vitest'
import { kernels } from './kernels.ts'
import {
  evenWords,
  flipWords,
  mapWords,
  number,
  resultWords,
  sizeWords,
  sumWords,
  windowWords,
} from './wording.ts'

const [vertical, , blur] = kernels

it('writes numbers as short as they are', () => {
  expect([0.8, -1, 0.1 * 0.8, -0, 0.1 + 0.2].map(number)).toEqual(['0.8', '−1', '0.08', '0', '0.3'])
  expect(sumWords([-0.8, 0, 0.4])).toBe('−0.8 + 0 + 0.4 = −0.4')
})

it('says where the window is and what it gives, before and after a ReLU', () => {
  expect(windowWords({ row: 1, column: 2 }, 2)).toBe('rows 3 to 5, columns 5 to 7 of the image')
  const dark = [1, 0, 0, 1, 0, 0, 1, 0, 0]
  expect(resultWords(dark, vertical!.weights, false)).toMatch(/= −3\.$/)
  expect(resultWords(dark, vertical!.weights, true)).toMatch(/= −3; after the ReLU: 0\.$/)
  expect(resultWords(dark.toReversed(), vertical!.weights, true)).toMatch(/= 3; the ReLU lets it pass: 3\.$/)
})

it('says what becomes of an even patch', () => {
  expect(evenWords(vertical!.weights)).toContain('add up to 0')
  expect(evenWords(blur!.weights)).toContain('as bright as the image')
  expect(evenWords([2, 0, 0, 0, 0, 0, 0, 0, 0])).toContain('2 times the image')
})

it('tells cross-correlation from convolution, and whether it matters', () => {
  expect(flipWords(vertical!.weights, false)).toMatch(/^Not flipped: cross-correlation.*opposite signs/)
  expect(flipWords(blur!.weights, true)).toMatch(/^Flipped: convolution as mathematics has it.*the same/)
  expect(flipWords([1, 0, 0, 0, 0, 0, 0, 0, 0], true)).toContain('another map')
})

it('computes the size of the map in words', () => {
  expect(sizeWords(1)).toBe('12 − 3 = 9; and one more for the first place: 10 × 10.')
  expect(sizeWords(2)).toBe('12 − 3 = 9; 9 / 2, rounded down, = 4; and one more for the first place: 5 × 5.')
  expect(mapWords(7, 2, { row: 0, column: 1 }, -1.5)).toBe(
    'The feature map, 5 by 5, 7 of 25 places filled. At row 1, column 2 it is −1.5.',
  )
})
