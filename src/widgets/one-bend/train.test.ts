import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import experiment from './train.ts'

const logit = (p: number) => Math.log(p / (1 - p))

describe('one-bend', () => {
  keepsTheContract(experiment, { config: { epochs: 10 }, steps: 3 })

  it('gives all variants the same points and the same starting weights', async () => {
    const [linear, tanh, relu] = [
      await viewAt(experiment, 'linear', 0),
      await viewAt(experiment, 'tanh', 0),
      await viewAt(experiment, 'relu', 0),
    ]
    expect(tanh.weights).toEqual(linear.weights)
    expect(relu.weights).toEqual(linear.weights)
    expect(relu.boundary.points).toEqual(linear.boundary.points)
    expect(relu.boundary.grid).not.toEqual(linear.boundary.grid)
  })

  it('draws probabilities from the top left, straight across for the linear network', async () => {
    const { boundary } = await viewAt(experiment, 'linear', 80, { data: 'blobs' })
    const at = (row: number, column: number) => boundary.grid[row * boundary.size + column]!
    // Class A lies at the top right, class B at the bottom left.
    expect(at(2, 45)).toBeLessThan(0.01)
    expect(at(45, 2)).toBeGreaterThan(0.99)
    // In a linear network the log odds are linear: the middle of two points has the mean of theirs.
    expect(logit(at(24, 24))).toBeCloseTo((logit(at(20, 22)) + logit(at(28, 26))) / 2, 2)
  })

  it('shows one histogram of all activations per hidden layer', async () => {
    const { activations, weights } = await viewAt(experiment, 'tanh', 2, { depth: 3, units: 5 })
    expect(activations.layers.map(({ name }) => name)).toEqual(['layer 1', 'layer 2', 'layer 3'])
    for (const { counts } of activations.layers) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400 * 5)
    }
    expect([weights.rows, weights.columns, weights.values.length]).toEqual([5, 5, 25])
    const shallow = await viewAt(experiment, 'tanh', 2, { depth: 1, units: 5 })
    expect([shallow.weights.rows, shallow.weights.values.length]).toEqual([2, 10])
  })
})
