import { describe, expect, it } from 'vitest'
import { keepsTheContract } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('how-much-to-drop', () => {
  keepsTheContract(experiment, { config: { images: 100, units: 32, steps: 100 }, steps: 2 })

  it('starts all five networks from the same weights, and lets them part at the first update', async () => {
    const all = await runExperiment(experiment, { config: { units: 32 }, seeds: [0, 1], steps: 1 })
    const first = all.r0.metrics
    for (const { metrics } of [all.r2, all.r5, all.r7, all.r9]) {
      expect(metrics.testLoss[0]).toEqual(first.testLoss[0])
      expect(metrics.testLoss[1]).not.toEqual(first.testLoss[1])
    }
  })

  it('teaches random labels where it is asked to, and tests with right ones', async () => {
    const metrics = async (randomLabels: '0' | '0.3') =>
      (await runExperiment(experiment, { config: { randomLabels }, variants: ['r0'], seeds: [0], steps: 1 }))
        .r0.metrics
    const [clean, random] = [await metrics('0'), await metrics('0.3')]
    expect(random.testLoss[0]).toEqual(clean.testLoss[0])
    expect(random.loss[0]).not.toEqual(clean.loss[0])
  })
})
