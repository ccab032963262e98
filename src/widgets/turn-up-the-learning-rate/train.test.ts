import { describe, expect, it } from 'vitest'
import { keepsTheContract } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { ceiling } from './config.ts'
import { rates } from './rates.ts'
import experiment from './train.ts'

describe('turn-up-the-learning-rate', () => {
  keepsTheContract(experiment, { config: { depth: 3, steps: 100 }, steps: 2 })

  it('starts from the same weights at every learning rate', async () => {
    const { none } = await runExperiment(experiment, { variants: ['none'], seeds: [0], steps: 1 })
    const [first] = none.metrics['loss0.02']
    for (const rate of rates) expect(none.metrics[`loss${rate}`][0]).toEqual(first)
    expect(none.metrics.loss2[1]).not.toEqual(none.metrics['loss0.02'][1])
  })

  it('writes a network that overflows as the ceiling, with nothing right, and goes on with the others', async () => {
    const { none } = await runExperiment(experiment, { variants: ['none'], seeds: [0, 1], steps: 40 })
    expect(none.metrics.loss2.at(-1)).toEqual([ceiling, ceiling])
    expect(none.metrics.testAccuracy2.at(-1)).toEqual([0, 0])
    for (const loss of none.metrics['loss0.2'].at(-1)!) expect(loss).toBeLessThan(2)
    for (const values of Object.values(none.metrics).flat(2)) expect(Number.isFinite(values)).toBe(true)
  })
})
