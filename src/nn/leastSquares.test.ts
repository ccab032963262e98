import { describe, expect, it } from 'vitest'
import { descend, errorsAlongAxes, excessLoss, leastSquares } from './leastSquares.ts'
import { random } from './random.ts'

const r = random(0)
const rows = Array.from({ length: 50 }, () => [2 + r.normal(), 5 + 3 * r.normal(), r.normal()])
const y = rows.map(([a, b, c]) => 2 * a! - b! + 0.5 * c! + 4 + 0.1 * r.normal())
const problem = leastSquares(rows, y)

const loss = (theta: ArrayLike<number>) =>
  rows.reduce((sum, row, i) => {
    const said = row.reduce((total, x, j) => total + x * theta[j]!, theta[row.length]!)
    return sum + (said - y[i]!) ** 2 / 2
  }, 0) / rows.length

describe('leastSquares', () => {
  it('finds the line', () => {
    for (const [i, value] of [2, -1, 0.5, 4].entries()) {
      expect(Math.abs(problem.optimum[i]! - value)).toBeLessThan(0.1)
    }
  })

  it('knows how much of the loss can still go', () => {
    const theta = [1, 2, 3, 4]
    expect(excessLoss(problem, theta)).toBeCloseTo(loss(theta) - loss(problem.optimum), 9)
    expect(excessLoss(problem, problem.optimum)).toBeCloseTo(0, 12)
  })

  it('descends along the gradient of that loss', () => {
    const start = Float32Array.from([1, 2, 3, 4])
    const theta = start.slice()
    descend(problem, theta, 0.01)
    for (let i = 0; i < 4; i++) {
      const moved = (by: number) => start.map((value, j) => (j === i ? value + by : value))
      const slope = (loss(Float64Array.from(moved(0.5))) - loss(Float64Array.from(moved(-0.5)))) / 1
      expect((start[i]! - theta[i]!) / 0.01 / slope).toBeCloseTo(1, 4)
    }
  })

  it('shrinks the error along each axis by 1 − rate times its curvature, and none by another', () => {
    const theta = Float32Array.from([0, 0, 0, 0])
    const before = errorsAlongAxes(problem, theta)
    const rate = 1 / problem.eigen.values[0]!
    descend(problem, theta, rate)
    errorsAlongAxes(problem, theta).forEach((after, k) => {
      expect(after).toBeCloseTo((1 - rate * problem.eigen.values[k]!) * before[k]!, 5)
    })
  })
})
