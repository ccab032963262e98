import { expect, it } from 'vitest'
import { channels, dense, filters, outputs, side, sumWords, vectorAt } from './pixelwise.ts'

it('is a convolution whose window is one pixel: the same dense layer everywhere', () => {
  const maps = outputs()
  expect(maps).toHaveLength(filters.length)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      filters.forEach((weights, filter) => {
        let sum = 0
        for (let channel = 0; channel < channels.length; channel++)
          sum += weights[channel]! * channels[channel]![row * side + column]!
        expect(maps[filter]![row * side + column]).toBe(sum)
        expect(dense(vectorAt(row * side + column))[filter]).toBe(sum)
      })
})

it('writes the sums out', () => {
  expect(vectorAt(5)).toEqual([1, 0, 3])
  expect(sumWords(0, 5)).toBe('1 × 1 − 1 × 0 + 2 × 3 = 7')
  expect(sumWords(1, 5)).toBe('0 × 1 + 2 × 0 − 1 × 3 = −3')
})
