import { expect, it } from 'vitest'
import { shapeOf, type Way } from './shapes.ts'
import {
  codeWords,
  comparedWords,
  outputWords,
  partWords,
  pickWords,
  planeWords,
  rowWords,
  zerosWords,
} from './wording.ts'

const of = (way: Way, kernel = 3, stride = 1, size = 6) => shapeOf({ size, kernel, stride }, way, 2)

it('writes the formula with its numbers', () => {
  expect(outputWords(of('valid'))).toBe('(6 + 0 + 0 − 3) / 1, + 1 = 4. In the plane 4 × 4.')
  expect(outputWords(of('valid', 3, 2))).toContain('(6 + 0 + 0 − 3) / 2, rounded down, + 1 = 2.')
  expect(outputWords(of('valid', 7))).toContain('no window fits')
})

it('says where valid is not smaller, where same does not keep the size, and what full gives', () => {
  expect(comparedWords('valid', of('valid'))).toBe('Smaller than the input by 2.')
  expect(comparedWords('valid', of('valid', 1))).toContain('As large as the input: a kernel of 1')
  expect(comparedWords('same', of('same'))).toBe('As large as the input.')
  expect(comparedWords('same', of('same', 3, 2))).toContain('at stride 1 only')
  expect(comparedWords('full', of('full'))).toBe('Larger than the input by 2: n + k − 1 = 6 + 3 − 1.')
})

it('says how the zeros are shared out', () => {
  expect(zerosWords('same', of('same'))).toContain('as many windows as pixels, 6: 2, that is 1 at each end')
  expect(zerosWords('same', of('same', 4))).toContain('an odd number, 1 before and 2 after')
  expect(zerosWords('same', of('same', 1, 2))).toContain('6 / 2 = 3 windows: 0, none is needed')
  expect(zerosWords('same', of('same', 3, 4))).toContain('6 / 4, rounded up, = 2 windows')
  expect(zerosWords('full', of('full', 5))).toContain('k − 1 = 4')
})

it('counts in how many windows pixels are', () => {
  expect(partWords(of('full'))).toBe('Every pixel is in 3 windows of the row, and in 9 of the plane.')
  expect(partWords(of('valid'))).toBe(
    'From 1 to 3 windows of the row. In the plane from 1 to 9; the first corner is in 1.',
  )
  expect(partWords(of('valid', 3, 2))).toContain('1 pixel in none')
  expect(pickWords(of('valid'), 0)).toBe('4 windows. Pixel 1 is in window 1: 1 time.')
  expect(pickWords(of('full', 5), 2)).toContain('in windows 3 to 7: 5 times')
  expect(pickWords(of('valid', 3, 2), 5)).toContain('in none of them')
})

it('names what code has to say, and describes the pictures', () => {
  expect(codeWords('full', of('full'))).toContain('pads by 2 first')
  expect(codeWords('same', of('same', 3, 2))).toContain('stride 1 only')
  expect(rowWords(of('valid'))).toContain('each pixel is: 1, 2, 3, 3, 2, 1.')
  expect(planeWords(of('full', 1, 1, 2))).toContain('row by row: 1 1; 1 1.')
})
