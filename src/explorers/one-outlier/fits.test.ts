import { expect, it } from 'vitest'
import { random } from '../../nn/random.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import {
  heightAt,
  leastAbsolute,
  leastSquares,
  lineLoss,
  lossOf,
  mean,
  median,
  pullOf,
  type Line,
} from './fits.ts'

const values = [1.6, 2.1, 2.4, 2.7, 3, 3.2, 3.5, 3.9, 4.4]
const clouds = Array.from({ length: 8 }, (_, seed) => {
  const source = random(seed).split('points')
  return Array.from({ length: 11 }, (): Vector => {
    const x = source.uniform(0, 7)
    return [x, 1 + 0.6 * x + source.normal(0, 0.4)]
  })
})

it('the mean has the least squared error, the median the least absolute one', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect([median([1, 6, 2]), median([4, 1, 2, 9])]).toEqual([2, 3])
  for (let c = 0; c <= 10; c += 0.01) {
    expect(lossOf(c, values, 'squared')).toBeGreaterThanOrEqual(lossOf(mean(values), values, 'squared'))
    expect(lossOf(c, values, 'absolute')).toBeGreaterThanOrEqual(lossOf(median(values), values, 'absolute'))
  }
  expect(() => mean([])).toThrow('one value at least')
  expect(() => median([])).toThrow('one value at least')
})

it('the mean moves by a ninth of the way of one point in nine; the median stays while the point keeps its side', () => {
  for (const to of [4.5, 6, 10, 1000]) {
    const moved = [...values.slice(0, -1), to]
    expect(mean(moved) - mean(values)).toBeCloseTo((to - 4.4) / 9, 12)
    expect(median(moved)).toBe(3)
  }
  // On the other side the neighbour of the middle takes its place, however far away the point is.
  expect([0, -1000].map((to) => median([...values.slice(0, -1), to]))).toEqual([2.7, 2.7])
})

it('the pull of a point is its part of the derivative: growing with its distance, or always the same', () => {
  const h = 1e-6
  for (const loss of ['squared', 'absolute'] as const)
    for (const value of [4, 8, 10]) {
      const part = (c: number) => lossOf(c, [value], loss) / 9
      expect(pullOf(value, 3, 9, loss)).toBeCloseTo(Math.abs(part(3 + h) - part(3 - h)) / (2 * h), 6)
    }
  expect(pullOf(3, 3, 9, 'absolute')).toBe(0)
})

it('least squares leaves errors that add up to 0 and do not lean', () => {
  for (const points of clouds) {
    const line = leastSquares(points)
    const errors = points.map(([x, y]) => y - heightAt(line, x))
    expect(mean(errors)).toBeCloseTo(0, 12)
    expect(mean(errors.map((error, i) => error * points[i]![0]))).toBeCloseTo(0, 12)
  }
  expect(() =>
    leastSquares([
      [1, 2],
      [1, 3],
    ]),
  ).toThrow('differ in x')
})

it('no line near or far has less of the loss that it was fitted by', () => {
  const source = random(9)
  for (const points of clouds)
    for (const [loss, line] of [
      ['squared', leastSquares(points)],
      ['absolute', leastAbsolute(points)],
    ] as const) {
      const least = lineLoss(line, points, loss)
      for (let i = 0; i < 200; i++) {
        const size = 10 ** source.uniform(-3, 0)
        const other: Line = {
          slope: line.slope + source.normal(0, size),
          intercept: line.intercept + source.normal(0, size),
        }
        expect(lineLoss(other, points, loss)).toBeGreaterThanOrEqual(least - 1e-12)
      }
    }
  expect(() =>
    leastAbsolute([
      [1, 2],
      [1, 3],
    ]),
  ).toThrow('differ in x')
})

it('a point that moves up and down on its side of the line leaves least absolute deviations where it is', () => {
  for (const points of clouds) {
    const line = leastAbsolute(points)
    const [i, gap] = points
      .map(([x, y], k) => [k, y - heightAt(line, x)] as const)
      .reduce((most, each) => (Math.abs(each[1]) > Math.abs(most[1]) ? each : most))
    const moved = points.map(([x, y], k): Vector => [x, k === i ? y + Math.sign(gap) * 50 : y])
    expect(leastAbsolute(moved).slope).toBeCloseTo(line.slope, 9)
    expect(Math.abs(leastSquares(moved).slope - leastSquares(points).slope)).toBeGreaterThan(0.05)
  }
})

it('far out along x one point turns both lines: least absolute deviations pass through it', () => {
  const points: Vector[] = [...clouds[0]!, [100, 0]]
  const line = leastAbsolute(points)
  expect(heightAt(line, 100)).toBeCloseTo(0, 9)
  expect(line.slope).toBeLessThan(0.1)
  expect(leastAbsolute(clouds[0]!).slope).toBeGreaterThan(0.4)
})
