import { describe, expect, test } from 'vitest'
import {
  constant,
  fanInUniform,
  glorotNormal,
  glorotUniform,
  heNormal,
  lecunNormal,
  normal,
  zeros,
  type Initializer,
} from './initializers.ts'
import { random } from './random.ts'

const variances: [Initializer, number][] = [
  [normal(0.3), 0.09],
  [glorotNormal(), 2 / 500],
  [glorotUniform(), 2 / 500],
  [heNormal(), 2 / 100],
  [lecunNormal(), 1 / 100],
  [fanInUniform(), 1 / 300],
]

describe.each(variances)('$name', (initializer, variance) => {
  const draws = initializer.draw(random(3), 40_000, 100, 400)
  test('has the variance of its formula and mean 0', () => {
    const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length
    expect(square / variance).toBeGreaterThan(0.97)
    expect(square / variance).toBeLessThan(1.03)
    expect(initializer.std(100, 400) ** 2).toBeCloseTo(variance, 12)
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / draws.length))
  })
})

test('normal draws are not truncated', () => {
  const draws = heNormal().draw(random(0), 40_000, 2, 1)
  expect(Math.max(...draws)).toBeGreaterThan(3.5)
})

test('uniform draws stay within the limit', () => {
  const limit = Math.sqrt(6 / 500)
  const draws = glorotUniform().draw(random(0), 10_000, 100, 400)
  expect(Math.max(...draws.map(Math.abs))).toBeLessThanOrEqual(limit)
})

test('the normal ones are multiples of each other, so they start as twins', () => {
  const [he, xavier] = [heNormal(), glorotNormal()].map((each) => each.draw(random(5), 50, 30, 60))
  const factor = heNormal().std(30, 60) / glorotNormal().std(30, 60)
  he!.forEach((weight, i) => expect(weight / xavier![i]!).toBeCloseTo(factor, 5))
})

test('constants', () => {
  expect([...zeros().draw(random(0), 3, 1, 1)]).toEqual([0, 0, 0])
  expect([...constant(0.5).draw(random(0), 2, 1, 1)]).toEqual([0.5, 0.5])
})
