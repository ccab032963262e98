import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { columnsShown, width } from './config.ts'
import experiment from './train.ts'

describe('noisy-labels', () => {
  keepsTheContract(experiment, { config: { images: 100, steps: 100 }, steps: 2 })

  it('gives both networks the same start and the same labels', async () => {
    const { none, dropout } = await runExperiment(experiment, { seeds: [0, 1], steps: 1 })
    for (const metric of ['loss', 'testLoss', 'testError', 'zeros1', 'zeros2', 'mean2'] as const) {
      expect(dropout.metrics[metric][0]).toEqual(none.metrics[metric][0])
      expect(dropout.metrics[metric][1]).not.toEqual(none.metrics[metric][0])
    }
    // He weights leave half of the units at 0.
    for (const share of none.metrics.zeros1[0]!) expect(Math.abs(share - 0.5)).toBeLessThan(0.05)
  })

  it('draws labels for a share of the training images only', async () => {
    const lossAt = async (randomLabels: '0' | '0.5') => {
      const { none } = await runExperiment(experiment, {
        config: { randomLabels },
        variants: ['none'],
        seeds: [0],
        steps: 1,
      })
      return none.metrics
    }
    const [clean, half] = [await lossAt('0'), await lossAt('0.5')]
    expect(half.testLoss[0]).toEqual(clean.testLoss[0])
    expect(half.loss[0]).not.toEqual(clean.loss[0])
  })

  it('shows the second hidden layer, in which nothing is negative', async () => {
    const { activations } = await viewAt(experiment, 'dropout', 1)
    expect([activations.rows, activations.columns]).toEqual([width, columnsShown])
    expect(activations.values).toHaveLength(width * columnsShown)
    expect(Math.min(...activations.values)).toBe(0)
    expect(Math.max(...activations.values)).toBeGreaterThan(0.5)
  })
})
