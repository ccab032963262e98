import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('activation-microscope', () => {
  keepsTheContract(experiment, { config: { depth: 4, width: 20 }, steps: 3 })

  it('draws the normal weights from the same numbers, so that twins differ in scale alone', async () => {
    // Xavier's standard deviation at width 100 is 0.1: N(0, 1) times 0.1 is the same network.
    const { xavier } = await runExperiment(experiment, { variants: ['xavier'], seeds: [0] })
    const { normal } = await runExperiment(experiment, {
      variants: ['normal'],
      seeds: [0],
      config: { weightScale: 0.1 },
    })
    for (const [i, [spread]] of xavier.metrics.spread.entries()) {
      expect(normal.metrics.spread[i]![0]! / spread!).toBeCloseTo(1, 4)
    }
  })

  it('goes from the first layer to the last', async () => {
    const { he } = await runExperiment(experiment, { variants: ['he'], seeds: [0] })
    expect(he.epochs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('shows the activations of the layers that the signal has reached, and of no other', async () => {
    const view = await viewAt(experiment, 'xavier', 3)
    expect(view.layer).toBe(4)
    const reached = view.activations.layers.map(({ counts }) => counts.length > 0)
    expect(reached).toEqual([true, true, true, true, false, false, false, false, false, false])
    const [counted] = view.activations.layers.map(({ counts }) => counts.reduce((a, b) => a + b, 0))
    expect(counted).toBe(100 * 100)
  })

  it('has slopes of 1 or 0 for ReLU, and close to 1 for a tanh that sees nearly nothing', async () => {
    const { small } = await runExperiment(experiment, { variants: ['small'] })
    for (const slope of small.metrics.slope.at(-1)!) expect(slope).toBeCloseTo(1, 9)
    const { he } = await runExperiment(experiment, { variants: ['he'], config: { activation: 'relu' } })
    for (const slope of he.metrics.slope[0]!) expect(Math.abs(slope - 0.5)).toBeLessThan(0.05)
  })
})
