import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('activation-race', () => {
  keepsTheContract(experiment, { config: { depth: 2, steps: 100 }, steps: 2 })

  it('gives all variants the same images and, with one initializer, the same starting weights', async () => {
    const config = { initializer: 'he' } as const
    const sigmoid = await viewAt(experiment, 'sigmoid', 0, config)
    const elu = await viewAt(experiment, 'elu', 0, config)
    expect(elu.weights).toEqual(sigmoid.weights)
    // Matched initializers scale the same draws.
    const matched = await viewAt(experiment, 'sigmoid', 0)
    const ratio = matched.weights.values.at(0)! / sigmoid.weights.values.at(0)!
    const last = matched.weights.values.at(-1)! / sigmoid.weights.values.at(-1)!
    expect(ratio).toBeCloseTo(Math.sqrt(144 / (144 + 32)), 4)
    expect(last).toBeCloseTo(ratio, 4)
  })

  it('starts at the loss and the accuracy of guessing, and learns', async () => {
    const { relu } = await runExperiment(experiment, { variants: ['relu'], seeds: [0, 1], steps: 100 })
    const { loss, testAccuracy } = relu.metrics
    for (const seed of [0, 1]) {
      expect(Math.abs(loss[0]![seed]! - Math.log(10))).toBeLessThan(1)
      expect(testAccuracy[0]![seed]!).toBeLessThan(0.3)
      expect(loss.at(-1)![seed]!).toBeLessThan(1)
      expect(testAccuracy.at(-1)![seed]!).toBeGreaterThan(0.5)
    }
  })

  it.each(['sgd', 'momentum', 'adam'] as const)('trains with %s', async (optimizer) => {
    const config = { optimizer, depth: 1, learningRate: optimizer === 'sgd' ? 0.1 : 0.01 }
    const { tanh } = await runExperiment(experiment, { config, variants: ['tanh'], seeds: [0], steps: 60 })
    expect(tanh.metrics.loss.at(-1)![0]!).toBeLessThan(1.2)
  })

  it('shows one histogram per hidden layer and the images of twelve units', async () => {
    const view = await viewAt(experiment, 'tanh', 1, { depth: 4 })
    expect(view.activations.layers).toHaveLength(4)
    for (const { counts } of view.activations.layers) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200 * 32)
    }
    const numbers = view.weights.values.filter((value) => !Number.isNaN(value))
    expect(numbers).toHaveLength(12 * 144)
  })
})
