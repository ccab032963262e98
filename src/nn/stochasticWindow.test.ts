import { expect, test } from 'vitest'
import { random } from './random.ts'
import { chances, drawn, weightedMean } from './stochasticWindow.ts'

test('an activation is drawn as often as its share of the sum, and none of zeros', () => {
  const values = [1, 0, 2, 5]
  expect(chances(values)).toEqual([0.125, 0, 0.25, 0.625])
  expect(weightedMean(values)).toBe(3.75)
  const generator = random(1)
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < 8000; i++) counts[drawn(values, generator.uniform())]!++
  // Four standard deviations of the largest are 173.
  ;[1000, 0, 2000, 5000].forEach((expected, i) => expect(Math.abs(counts[i]! - expected)).toBeLessThan(173))
  expect(counts[1]).toBe(0)
  expect(chances([0, 0])).toEqual([0, 0])
  expect(drawn([0, 0], 0.5)).toBe(-1)
})

test('the weighted mean lies between the average and the maximum, and is both where all are alike', () => {
  const generator = random(2)
  for (let i = 0; i < 500; i++) {
    const values = Array.from({ length: 4 }, () => Math.max(0, generator.normal()))
    const mean = weightedMean(values)
    expect(mean).toBeGreaterThanOrEqual(values.reduce((total, value) => total + value, 0) / 4 - 1e-12)
    expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
  }
  expect(weightedMean([2, 2, 2, 2])).toBe(2)
  expect(weightedMean([0, 0, 0, 0])).toBe(0)
})
