import { expect, it } from 'vitest'
import { random } from '../../nn/random.ts'
import { ballOutline, norm } from '../../ui/plane/ball.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { gradientAt, halfAxesOf, lossAt, type Bowl } from './bowl.ts'
import { constrainedMinimum, penaltyOf, wedgeOf } from './constrained.ts'

const round = (minimum: Vector): Bowl => ({ minimum, curvatures: [1, 1], tilt: 0 })

/** Bowls of any tilt and stretch, with their minima outside the unit ball of any p. */
const bowls = (): Bowl[] => {
  const source = random(0).split('bowls')
  return Array.from({ length: 25 }, () => {
    const [angle, far] = [source.uniform(0, 2 * Math.PI), source.uniform(1.6, 3)]
    return {
      minimum: [far * Math.cos(angle), far * Math.sin(angle)],
      curvatures: [1, source.uniform(1, 8)],
      tilt: source.uniform(0, 180),
    }
  })
}

it('a contour is where the loss has that value, and the gradient is that of the loss', () => {
  for (const bowl of bowls()) {
    const [[ax, ay], [bx, by]] = halfAxesOf(bowl, 0.7)
    for (let t = 0; t < 6; t += 0.5) {
      const [cos, sin] = [Math.cos(t), Math.sin(t)]
      const [x, y] = bowl.minimum
      expect(lossAt(bowl, [x + cos * ax + sin * bx, y + cos * ay + sin * by])).toBeCloseTo(0.7, 9)
    }
    const h = 1e-5
    const [x, y] = gradientAt(bowl, [0.3, -0.2])
    expect(x).toBeCloseTo((lossAt(bowl, [0.3 + h, -0.2]) - lossAt(bowl, [0.3 - h, -0.2])) / (2 * h), 6)
    expect(y).toBeCloseTo((lossAt(bowl, [0.3, -0.2 + h]) - lossAt(bowl, [0.3, -0.2 - h])) / (2 * h), 6)
  }
})

it('leaves a minimum inside the ball where it is', () => {
  expect(constrainedMinimum(round([0.3, -0.4]), 2, 1)).toEqual({ point: [0.3, -0.4], binding: false })
})

it('has the closed forms of a round bowl: scaled for p = 2, soft threshold for 1, clipped for infinity', () => {
  const [x, y] = constrainedMinimum(round([3, 4]), 2, 1).point
  expect(x).toBeCloseTo(0.6, 12)
  expect(y).toBeCloseTo(0.8, 12)
  const [a, b] = constrainedMinimum(round([1.2, -0.8]), 1, 1).point
  expect(a).toBeCloseTo(0.7, 12)
  expect(b).toBeCloseTo(-0.3, 12)
  expect(constrainedMinimum(round([2, 0.5]), 1, 1).point).toEqual([1, 0])
  const [c, d] = constrainedMinimum(round([2, 0.5]), Infinity, 1).point
  expect(c).toBe(1)
  expect(d).toBeCloseTo(0.5, 12)
  expect(constrainedMinimum(round([2, -1.5]), Infinity, 1).point).toEqual([1, -1])
})

it('no point of the edge is lower, for any p', () => {
  for (const bowl of bowls())
    for (const p of [0.3, 0.5, 0.9, 1, 1.1, 1.4, 2, 3, 8, Infinity]) {
      const { point } = constrainedMinimum(bowl, p, 1)
      expect(norm(point, p)).toBeCloseTo(1, 9)
      const least = Math.min(...ballOutline(p).map((other) => lossAt(bowl, other)))
      expect(lossAt(bowl, point)).toBeLessThanOrEqual(least + 1e-12)
    }
})

it('from p above 1 on an entry comes near 0 and is not 0; at 1 and below it is 0 exactly', () => {
  const bowl = round([2, 0.5])
  for (const p of [0.3, 0.8, 1]) expect(constrainedMinimum(bowl, p, 1).point).toEqual([1, 0])
  for (const p of [1.1, 1.2, 1.4, 2, 4]) {
    const [, y] = constrainedMinimum(bowl, p, 1).point
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(0.5)
  }
  // With the gradient's sizes a and b the condition of a minimum is (y / x)^(p − 1) = b / a.
  const { point } = constrainedMinimum(bowl, 1.1, 1)
  const [a, b] = gradientAt(bowl, point)
  expect((point[1] / point[0]) ** 0.1).toBeCloseTo(b / a, 9)
})

it('the minimum of the loss plus λ times the penalty is the same point', () => {
  for (const bowl of bowls())
    for (const p of [1, 1.4, 2, 3]) {
      const solution = constrainedMinimum(bowl, p, 1)
      const lambda = penaltyOf(bowl, p, solution)
      const penalised = (w: Vector) => lossAt(bowl, w) + lambda * (Math.abs(w[0]) ** p + Math.abs(w[1]) ** p)
      const here = penalised(solution.point)
      for (let angle = 0; angle < 2 * Math.PI; angle += 0.1)
        for (const far of [0.001, 0.03, 0.5]) {
          const [x, y] = solution.point
          expect(penalised([x + far * Math.cos(angle), y + far * Math.sin(angle)])).toBeGreaterThan(here)
        }
    }
  expect(penaltyOf(round([0.1, 0]), 2, { point: [0.1, 0], binding: false })).toBe(0)
  expect(() => penaltyOf(round([2, 0]), 0.5, { point: [1, 0], binding: true })).toThrow('from 1 on')
})

it('the λ of a round bowl under p = 2 is that of ridge regression: w* = m / (1 + 2 λ)', () => {
  const bowl = round([3, 4])
  expect(penaltyOf(bowl, 2, constrainedMinimum(bowl, 2, 1))).toBeCloseTo(2, 9)
})

it('minima in a wedge end in its corner, and others do not', () => {
  const inside = (bowl: Bowl, tip: Vector, [a, b]: readonly [Vector, Vector]) => {
    const [x, y] = [bowl.minimum[0] - tip[0], bowl.minimum[1] - tip[1]]
    const cross = a[0] * b[1] - a[1] * b[0]
    return (x * b[1] - y * b[0]) / cross >= 0 && (a[0] * y - a[1] * x) / cross >= 0
  }
  for (const bowl of bowls())
    for (const p of [1, Infinity]) {
      const { point } = constrainedMinimum(bowl, p, 1)
      for (const turn of [0, 1, 2, 3]) {
        const { tip, sides } = wedgeOf(bowl, p, 1, turn)!
        const there = Math.hypot(point[0] - tip[0], point[1] - tip[1]) < 1e-9
        expect(there).toBe(inside(bowl, tip, sides))
      }
    }
  expect(wedgeOf(round([2, 0]), 2, 1, 0)).toBeNull()
})
