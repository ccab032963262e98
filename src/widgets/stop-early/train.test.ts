import { describe, expect, it } from 'vitest'
import { keepsTheContract } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('stop-early', () => {
  keepsTheContract(experiment, { config: { epochs: 10 }, steps: 2 })

  const start = async (config: { validationLabels?: 'true'; validation?: number; patience?: number }) =>
    runExperiment(experiment, { config, seeds: [0, 1], steps: 20 })

  it('the labels and the number of validation images change nothing but the validation loss', async () => {
    const { half } = await start({})
    const { half: told } = await start({ validationLabels: 'true' })
    expect(told.metrics.loss).toEqual(half.metrics.loss)
    expect(told.metrics.testLoss).toEqual(half.metrics.testLoss)
    expect(told.metrics.validationLoss.at(-1)![0]!).toBeLessThan(half.metrics.validationLoss.at(-1)![0]!)
    const { half: few } = await start({ validation: 20 })
    expect(few.metrics.loss).toEqual(half.metrics.loss)
  })

  it('patience trains nothing differently', async () => {
    expect((await start({ patience: 1 })).true.metrics).toEqual((await start({})).true.metrics)
  })
})
