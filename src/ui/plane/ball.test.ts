import { expect, it } from 'vitest'
import { ballOutline, norm } from './ball.ts'

it('is the sum of sizes for p = 1, Pythagoras for 2, the largest for infinity', () => {
  expect(norm([3, -4], 1)).toBe(7)
  expect(norm([3, -4], 2)).toBeCloseTo(5, 12)
  expect(norm([3, -4], Infinity)).toBe(4)
  expect(norm([1, 1], 0.5)).toBeCloseTo(4, 12)
  expect(norm([0, 0, 0], 0.3)).toBe(0)
  expect(norm([1e200, 1e200], 2)).toBeCloseTo(Math.SQRT2 * 1e200, -190)
  expect(() => norm([1], 0)).toThrow('p above 0')
  expect(() => norm([1], Number.NaN)).toThrow('p above 0')
})

it('scales with its vector, and falls as p grows', () => {
  const vector = [1.2, -0.7, 0.1]
  const sizes = [0.3, 0.5, 1, 1.5, 2, 4, 8, Infinity].map((p) => norm(vector, p))
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
  for (const p of [0.4, 1, 3, Infinity])
    expect(
      norm(
        vector.map((x) => -2.5 * x),
        p,
      ),
    ).toBeCloseTo(2.5 * norm(vector, p), 12)
})

it('obeys the triangle inequality from p = 1 on, and not below', () => {
  for (const p of [1, 1.3, 2, 8, Infinity]) expect(norm([1, 1], p)).toBeLessThanOrEqual(2 + 1e-12)
  for (const p of [0.3, 0.5, 0.9]) expect(norm([1, 1], p)).toBeGreaterThan(2)
})

it('outlines the ball: every point has the radius as its distance from the centre', () => {
  for (const p of [0.3, 0.5, 1, 2, 8, Infinity])
    for (const [x, y] of ballOutline(p, 1.5, [1, -2])) expect(norm([x - 1, y + 2], p)).toBeCloseTo(1.5, 9)
  expect(ballOutline(2)).toContainEqual([1, 0])
  expect(ballOutline(Infinity)).toContainEqual([1, 1])
})

it('is convex from p = 1 on: the middle between two of its points lies inside', () => {
  const dents = (p: number) => {
    const points = ballOutline(p)
    return points.filter(([x, y], i) => {
      const [a, b] = points[(i + 7) % points.length]!
      return norm([(x + a) / 2, (y + b) / 2], p) > 1 + 1e-9
    }).length
  }
  for (const p of [1, 1.2, 2, 5, Infinity]) expect(dents(p)).toBe(0)
  for (const p of [0.3, 0.6, 0.9]) expect(dents(p)).toBeGreaterThan(100)
})
