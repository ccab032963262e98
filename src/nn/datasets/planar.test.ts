import { describe, expect, it } from 'vitest'
import { random } from '../random.ts'
import type { Dataset } from './dataset.ts'
import { blobs } from './blobs.ts'
import { planar } from './planar.ts'
import { spirals } from './spirals.ts'

/** Error of the best straight line through the means of the two classes (nearest class mean). */
function nearestMeanError({ x, y, count }: Dataset): number {
  const mean = [0, 1].map((label) => {
    let [a, b, n] = [0, 0, 0]
    for (let i = 0; i < count; i++) if (y[i] === label) [a, b, n] = [a + x[2 * i]!, b + x[2 * i + 1]!, n + 1]
    return [a / n, b / n] as const
  })
  const distance = (i: number, label: number) =>
    Math.hypot(x[2 * i]! - mean[label]![0], x[2 * i + 1]! - mean[label]![1])
  let wrong = 0
  for (let i = 0; i < count; i++) if (Number(distance(i, 1) < distance(i, 0)) !== y[i]) wrong++
  return wrong / count
}

/** Share of the points of `b` whose nearest point of `a` has another class. */
function nearestPointError(a: Dataset, b: Dataset): number {
  let wrong = 0
  for (let i = 0; i < b.count; i++) {
    let [best, label] = [Infinity, -1]
    for (let j = 0; j < a.count; j++) {
      const d = (a.x[2 * j]! - b.x[2 * i]!) ** 2 + (a.x[2 * j + 1]! - b.x[2 * i + 1]!) ** 2
      if (d < best) [best, label] = [d, a.y[j]!]
    }
    if (label !== b.y[i]) wrong++
  }
  return wrong / b.count
}

describe.each(Object.entries(planar))('%s', (_name, make) => {
  const options = { count: 1000, noise: 0.1 }

  it('is decided by its seed', () => {
    expect(make(random(1), options)).toEqual(make(random(1), options))
    expect(make(random(1), options).x).not.toEqual(make(random(2), options).x)
  })

  it('is balanced, in range and of unit scale', () => {
    const data = make(random(3), options)
    expect(data.x).toHaveLength(2000)
    expect(data.y.filter((label) => label === 1)).toHaveLength(500)
    expect(data.y.subarray(0, 100).filter((label) => label === 1)).toHaveLength(50)
    expect(data.x.every((value) => Math.abs(value) < 3)).toBe(true)
    const squares = data.x.reduce((sum, value) => sum + value * value, 0) / data.x.length
    expect(Math.sqrt(squares)).toBeGreaterThan(0.8)
    expect(Math.sqrt(squares)).toBeLessThan(1.3)
  })

  it('can be learned from its neighbours when noise is small', () => {
    const r = random(4)
    const error = nearestPointError(
      make(r.split('train'), options),
      make(r.split('test'), { count: 300, noise: 0.1 }),
    )
    expect(error).toBeLessThan(0.02)
  })
})

describe('planar data sets', () => {
  it('a line separates blobs, and neither spirals nor circles', () => {
    const options = { count: 2000, noise: 0.1 }
    expect(nearestMeanError(planar.blobs(random(0), options))).toBe(0)
    expect(nearestMeanError(planar.moons(random(0), options))).toBeGreaterThan(0.05)
    expect(nearestMeanError(planar.circles(random(0), options))).toBeGreaterThan(0.3)
    expect(nearestMeanError(planar.spirals(random(0), options))).toBeGreaterThan(0.25)
  })

  it('noise is the standard deviation around the shape', () => {
    const clean = blobs(random(5), { count: 4000, noise: 0 })
    const noisy = blobs(random(5), { count: 4000, noise: 0.5 })
    let squares = 0
    for (let i = 0; i < noisy.x.length; i++) squares += (noisy.x[i]! - clean.x[i]!) ** 2
    expect(Math.sqrt(squares / noisy.x.length)).toBeCloseTo(0.5, 1)
  })

  it('more turns wind the arms of the spirals and keep their reach', () => {
    const { x } = spirals(random(6), { count: 2, noise: 0 })
    const turned = spirals(random(6), { count: 2, noise: 0, turns: 2 })
    expect(Math.hypot(x[0]!, x[1]!)).toBeCloseTo(Math.hypot(turned.x[0]!, turned.x[1]!), 5)
  })

  it('blobs take any number of classes', () => {
    const data = blobs(random(0), { count: 300, noise: 0.2, classes: 3 })
    for (const label of [0, 1, 2]) expect(data.y.filter((y) => y === label)).toHaveLength(100)
  })

  it('refuses a count that is no number of rows', () => {
    expect(() => spirals(random(0), { count: 0, noise: 0 })).toThrow('at least 1, got 0')
  })
})
