import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('stochastic-sampler', () => {
  keepsTheContract(experiment, { config: { draws: 500 }, steps: 20 })

  it('has made one draw at step 0, and one more at each step', async () => {
    for (const step of [0, 1, 24]) {
      const { activations, shares } = await viewAt(experiment, 'drawn', step)
      const drawn = Array.from(shares, (share) => share * (step + 1))
      for (const count of drawn) expect(count).toBeCloseTo(Math.round(count), 4)
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBeCloseTo(step + 1, 4)
      const { drawn: measured } = await runExperiment(experiment, {
        variants: ['drawn'],
        seeds: [0],
        steps: step,
      })
      const mean = activations.reduce((sum, activation, i) => sum + activation * shares[i]!, 0)
      expect(final(measured.metrics.mean)[0]).toBeCloseTo(mean, 5)
    }
  })

  it('never draws a zero, and has the parts of the other rules at hand', async () => {
    expect((await viewAt(experiment, 'drawn', 300)).shares[1]).toBe(0)
    expect([...(await viewAt(experiment, 'max', 0)).shares]).toEqual([0, 0, 0, 1])
    expect([...(await viewAt(experiment, 'average', 0)).shares]).toEqual([0.25, 0.25, 0.25, 0.25])
    expect([...(await viewAt(experiment, 'inUse', 0)).shares]).toEqual([0.125, 0, 0.25, 0.625])
  })

  it('hands on 0 where all are 0, and the one number where all are alike', async () => {
    const meansOf = async (value: number) => {
      const config = { first: value, second: value, third: value, fourth: value, draws: 500 }
      const results = await runExperiment(experiment, { config, measureEvery: 499 })
      return Object.values(results).map(({ metrics }) => final(metrics.mean))
    }
    for (const means of await meansOf(0)) expect(means).toEqual([0, 0, 0, 0, 0])
    for (const means of await meansOf(2)) expect(means).toEqual([2, 2, 2, 2, 2])
  })
})
