import { expect, test } from 'vitest'
import { approximateTanh } from './tanh.ts'

test('the approximation is good to 3e-7 of the value, from tiny inputs to saturation', () => {
  for (let exponent = -12; exponent < 1.3; exponent += 0.01) {
    for (const x of [10 ** exponent, -(10 ** exponent)]) {
      expect(Math.abs(approximateTanh(x) / Math.tanh(x) - 1)).toBeLessThan(3e-7)
    }
  }
})

test('ends and NaN', () => {
  expect([0, Infinity, -Infinity, 20].map(approximateTanh)).toEqual([0, 1, -1, 1])
  expect(approximateTanh(NaN)).toBeNaN()
})
