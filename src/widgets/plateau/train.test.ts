import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { flatLoss } from './config.ts'
import experiment from './train.ts'

describe('plateau', () => {
  keepsTheContract(experiment, { config: { depth: 2, steps: 100 }, steps: 2 })

  it('gives both variants the same images and the same draws, in two sizes', async () => {
    const small = (await viewAt(experiment, 'small', 0)).weights.values
    const xavier = (await viewAt(experiment, 'xavier', 0)).weights.values
    const ratio = 0.05 / Math.sqrt(2 / (144 + 32))
    const drawn = Array.from(small, (weight, i) => [weight, ratio * xavier[i]!] as const).filter(
      ([weight]) => !Number.isNaN(weight),
    )
    expect(drawn).toHaveLength(12 * 144)
    for (const [weight, expected] of drawn) expect(weight).toBeCloseTo(expected, 5)
  })

  it('starts at the loss of guessing, where it counts as flat', async () => {
    const results = await runExperiment(experiment, { steps: 0 })
    for (const { metrics } of Object.values(results))
      for (const loss of metrics.loss[0]!) {
        expect(loss).toBeGreaterThan(flatLoss)
        expect(Math.abs(loss - Math.log(10))).toBeLessThan(0.3)
      }
  })

  it('measures the gradient of layer 1, and the deeper the network the smaller it is with small weights', async () => {
    const at = async (depth: number, variant: 'small' | 'xavier') =>
      (await runExperiment(experiment, { config: { depth }, variants: [variant], steps: 0 }))[variant].metrics
        .gradient[0]!
    const [two, five, xavier] = [await at(2, 'small'), await at(5, 'small'), await at(5, 'xavier')]
    five.forEach((gradient, seed) => {
      expect(gradient).toBeLessThan(two[seed]! / 10)
      expect(gradient).toBeLessThan(xavier[seed]! / 100)
    })
  })

  it('shows one histogram per hidden layer, within the range of tanh, and the images of twelve units', async () => {
    const { activations, weights } = await viewAt(experiment, 'small', 1, { depth: 4 })
    expect(activations.layers).toHaveLength(4)
    expect(activations.range).toEqual([-1, 1])
    for (const { counts } of activations.layers)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200 * 32)
    expect(weights.values.filter((value) => !Number.isNaN(value))).toHaveLength(12 * 144)
  })
})
