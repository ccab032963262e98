/** What figures solve or descend by plain numbers: least squares, with and without a penalty, and its gradient by rows. */
import { describe, expect, test } from 'vitest'
import { descend, excessLoss, leastSquares } from '../../../src/nn/leastSquares.ts'
import { linearGradient, linearLoss } from '../../../src/nn/linearRows.ts'
import { ridge } from '../../../src/nn/ridge.ts'
import { expectLike, fixture, named } from '../fixture.ts'

interface RidgeCase {
  name: string
  /** The columns, each with its value at every point. */
  features: number[][]
  y: number[]
  penalty: number
  weights: number[]
}
interface LineCase {
  name: string
  rows: number[][]
  y: number[]
  /** Weights and then the bias, at which loss and gradient are taken, and from which it descends. */
  start: number[]
  /** The rows of the gradient. */
  picks: number[]
  loss: number
  /** The loss above the least one. */
  excess: number
  gradient: number[]
  /** The steepest first. */
  curvatures: number[]
  optimum: number[]
  /** Where 20 steps of 0.1 lead. */
  after: number[]
}

const stored = fixture('fits') as { ridges: RidgeCase[]; lines: LineCase[] }

export function fitSuite(): void {
  describe('least squares with a penalty', () => {
    test.each(named(stored.ridges))('%s', (_name, { features, y, penalty, weights }) => {
      expect.hasAssertions()
      const columns = features.map((feature) => Float64Array.from(feature))
      expectLike('forward', 'weights', ridge(columns, Float64Array.from(y), penalty), weights)
    })
  })

  describe('a line', () => {
    test.each(named(stored.lines))('%s: solved, and descended', (_name, { rows, y, start, ...expected }) => {
      expect.hasAssertions()
      const problem = leastSquares(rows, y)
      expectLike('forward', 'curvatures', problem.eigen.values, expected.curvatures)
      expectLike('forward', 'optimum', problem.optimum, expected.optimum)
      expectLike('forward', 'loss above the least', [excessLoss(problem, start)], [expected.excess])
      const theta = Float32Array.from(start)
      for (let step = 0; step < 20; step++) descend(problem, theta, 0.1)
      expectLike('steps', 'weights after 20 steps', theta, expected.after)
    })

    test.each(named(stored.lines))('%s: row by row', (_name, { rows, y, start, picks, loss, gradient }) => {
      expect.hasAssertions()
      const flat = Float32Array.from(rows.flat())
      const line = { x: flat, y: Float32Array.from(y), count: rows.length, features: rows[0]!.length }
      expectLike('forward', 'loss', [linearLoss(line, start)], [loss])
      expectLike('gradient', 'gradient', linearGradient(line, start, picks), gradient)
    })
  })
}
