import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import { unitsShown } from './config.ts'
import experiment from './train.ts'

describe('growing-weights', () => {
  keepsTheContract(experiment, { config: { images: 50, steps: 200 }, steps: 2 })

  it('says by how much a step will change the norm', async () => {
    const config = { images: 50, learningRate: 0.02, steps: 200 }
    const options = { config, seeds: [0, 1], steps: 60, measureEvery: 1 }
    for (const { metrics } of Object.values(await runExperiment(experiment, options))) {
      const { norm, lossPull, penaltyPull } = metrics
      for (const seed of [0, 1]) {
        const step = norm[60]![seed]! - norm[50]![seed]!
        let told = 0
        for (let i = 50; i < 60; i++)
          told += config.learningRate * (lossPull[i]![seed]! - penaltyPull[i]![seed]!)
        // To the first order in the learning rate.
        expect(Math.abs(step - told)).toBeLessThan(0.05 * Math.abs(told) + 2e-5)
      }
    }
  })

  it('without a penalty nothing pulls inwards but the loss', async () => {
    const { none } = await runExperiment(experiment, { variants: ['none'], seeds: [0], steps: 1 })
    expect(final(none.metrics.penaltyPull)).toEqual([0])
  })

  it.each(['hidden', 'linear'] as const)('shows the weights into some units, %s', async (network) => {
    const none = await viewAt(experiment, 'none', 0, { network })
    const l2 = await viewAt(experiment, 'l2', 0, { network })
    expect(none.weights.values.filter((value) => !Number.isNaN(value))).toHaveLength(unitsShown * 144)
    expect(l2).toEqual(none)
  })
})
