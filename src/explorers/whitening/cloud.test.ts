import { expect, it } from 'vitest'
import { cloud, draws, followed, pointCount } from './cloud.ts'
import { correlation, covariance, mean } from './statistics.ts'

const settings = { correlation: 0.8, spread: [12, 9], mean: [55, 30] } as const

it('draws the same points from a seed, and others from the next', () => {
  expect(draws(3)).toEqual(draws(3))
  expect(draws(3)).not.toEqual(draws(4))
  expect(draws(0)).toHaveLength(pointCount)
})

it('has about the mean, the spread and the correlation that it was asked for', () => {
  for (const seed of [0, 1, 2, 3, 4]) {
    const points = cloud(draws(seed), settings)
    const [x, y] = mean(points)
    const spread = covariance(points)
    // Four standard errors, with 200 points.
    expect(Math.abs(x - 55)).toBeLessThan((4 * 12) / Math.sqrt(pointCount))
    expect(Math.abs(y - 30)).toBeLessThan((4 * 9) / Math.sqrt(pointCount))
    expect(Math.abs(correlation(spread) - 0.8)).toBeLessThan((4 * (1 - 0.64)) / Math.sqrt(pointCount))
    expect(Math.abs(Math.sqrt(spread[0][0]) / 12 - 1)).toBeLessThan(4 / Math.sqrt(2 * pointCount))
  }
})

it('lies on a line at a correlation of 1', () => {
  const points = cloud(draws(0), { ...settings, correlation: -1 })
  expect(correlation(covariance(points))).toBeCloseTo(-1, 12)
})

it('follows three different points, whatever the seed', () => {
  for (let seed = 0; seed < 50; seed++) expect(new Set(followed(draws(seed))).size).toBe(3)
})
