import { expect, it } from 'vitest'
import { bottleneckWords, comparedWords, counts, evenWords, layerWords, plainWords } from './wording.ts'

const sizes = { channels: 256, narrow: 64, kernel: 3 }

it('writes the numbers of the residual networks out', () => {
  expect(plainWords(sizes)).toBe('k² C² = 9 × 256² = 589,824')
  expect(bottleneckWords(sizes)).toBe('2 C C′ + k² C′² = 2 × 256 × 64 + 9 × 64² = 69,632')
  expect(layerWords({ kernel: 1, from: 256, to: 64 })).toBe('1 × 1, 256 → 64')
})

it('says who has fewer', () => {
  expect(comparedWords(sizes)).toContain('589,824: 8.5 times as many')
  expect(comparedWords({ ...sizes, narrow: 256 })).toContain('The bottleneck has 1.2 times as many')
  expect(evenWords(sizes)).toContain('0.895 C')
  expect(evenWords(sizes)).toContain('up to C′ = 229')
})

it('counts biases and multiply-adds beside the weights', () => {
  expect(counts(sizes, 14)).toEqual([
    { name: 'Weights', plain: '589,824', bottleneck: '69,632' },
    { name: 'Biases', plain: '256', bottleneck: '384' },
    { name: 'Multiply-adds', plain: '115,605,504', bottleneck: '13,647,872' },
  ])
})
