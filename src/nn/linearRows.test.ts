import { describe, expect, it } from 'vitest'
import { linearGradient, linearLoss, type LinearRows } from './linearRows.ts'

const rows: LinearRows = {
  x: Float32Array.of(1, 2, -1, 0.5, 3, 0),
  y: Float32Array.of(1, -2, 0.5),
  count: 3,
  features: 2,
}
const theta = [0.5, -1, 0.25]
// 0.5 - 2 + 0.25 - 1, -0.5 - 0.5 + 0.25 + 2, 1.5 + 0.25 - 0.5
const errors = [-2.25, 1.25, 1.25]

describe('a line through rows', () => {
  it('has half the mean of the squared errors as its loss', () => {
    expect(linearLoss(rows, theta)).toBeCloseTo((2.25 ** 2 + 2 * 1.25 ** 2) / 6, 12)
  })

  it('has the slope of that loss as its gradient', () => {
    const gradient = linearGradient(rows, theta, [0, 1, 2])
    const h = 1e-5
    for (const [j, slope] of gradient.entries()) {
      const moved = (by: number) => theta.map((value, i) => (i === j ? value + by : value))
      expect(slope).toBeCloseTo((linearLoss(rows, moved(h)) - linearLoss(rows, moved(-h))) / (2 * h), 8)
    }
  })

  it('takes the rows that it is told, one as often as it is named', () => {
    expect([...linearGradient(rows, theta, [1])]).toEqual([-1.25, 0.625, 1.25])
    const twice = linearGradient(rows, theta, [2, 2])
    expect([...twice]).toEqual([3 * errors[2]!, 0, errors[2]])
  })
})
