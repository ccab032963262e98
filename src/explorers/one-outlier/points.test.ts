import { expect, it } from 'vitest'
import { heightAt, leastAbsolute, leastSquares, mean, median } from './fits.ts'
import { firstPoint, firstValue, points, values } from './points.ts'

it('at first the two fits agree, to the eye', () => {
  const all = [...values, firstValue]
  expect(Math.abs(mean(all) - median(all))).toBeLessThan(0.05)
  const cloud = [...points, firstPoint]
  expect(Math.abs(leastSquares(cloud).slope - leastAbsolute(cloud).slope)).toBeLessThan(0.1)
})

it('dragged to the end of the axis, the value moves the mean by 0.70 and not the median', () => {
  const all = [...values, 10]
  expect(mean(all) - mean([...values, firstValue])).toBeCloseTo(0.7, 12)
  expect(median(all)).toBe(median([...values, firstValue]))
})

it('dragged down, the point turns least squares and not least absolute deviations; far to the right both', () => {
  const [before, down] = [
    [...points, firstPoint],
    [...points, [firstPoint[0], 0] as const],
  ]
  expect(leastSquares(down).slope).toBeLessThan(0.4 * leastSquares(before).slope)
  expect(leastAbsolute(down).slope).toBeGreaterThan(0.7 * leastAbsolute(before).slope)
  const far = leastAbsolute([...points, [10, 0]])
  expect(far.slope).toBeLessThan(0)
  expect(heightAt(far, 10)).toBeCloseTo(0, 9)
})
