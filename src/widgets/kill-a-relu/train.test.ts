import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('kill-a-relu', () => {
  keepsTheContract(experiment, { config: { units: 16, steps: 100, highRate: 0.5 }, steps: 2 })

  it('pairs the runs: equal rates give equal runs, and all start from the same network', async () => {
    const { reluLow, reluHigh } = await runExperiment(experiment, {
      config: { lowRate: 0.5, highRate: 0.5 },
      variants: ['reluLow', 'reluHigh'],
      seeds: [0],
      steps: 20,
    })
    expect(reluHigh.metrics).toEqual(reluLow.metrics)
    const [relu, leaky] = [await viewAt(experiment, 'reluHigh', 0), await viewAt(experiment, 'leakyHigh', 0)]
    expect(leaky.activity[0]).toEqual(relu.activity[0])
  })

  it('shows a cell per unit, rows of sixteen, between never and always active', async () => {
    const { activity, activations } = await viewAt(experiment, 'reluLow', 1, { units: 32 })
    expect(activity.map(({ rows, columns }) => [rows, columns])).toEqual([
      [2, 16],
      [2, 16],
    ])
    for (const { values } of activity) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...values)).toBeLessThanOrEqual(1)
      expect(values.reduce((sum, share) => sum + share, 0) / 32).toBeGreaterThan(0.2)
    }
    expect(activations.layers).toHaveLength(2)
  })

  it('counts as dead what is dark in the view', async () => {
    const options = { variants: ['reluHigh'], seeds: [0], steps: 60 } as const
    const { reluHigh } = await runExperiment(experiment, options)
    const dark = reluHigh.view.activity.flatMap(({ values }) => [...values]).filter((share) => share === 0)
    const dead = reluHigh.metrics.deadShare.at(-1)![0]! * 128
    expect(dead).toBeGreaterThan(5)
    // The view looks at 500 of the 2000 images, so a unit may be dark without being dead, but not the reverse.
    expect(dark.length).toBeGreaterThanOrEqual(Math.round(dead))
    expect(dark.length).toBeLessThan(dead + 10)
  })
})
