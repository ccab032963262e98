import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('gradient-thermometer', () => {
  keepsTheContract(experiment, { config: { depth: 4, width: 20 }, steps: 3 })

  it('draws all weights from the same numbers, so that twins differ in scale alone', async () => {
    // Xavier's standard deviation at width 100 is 0.1: N(0, 1) times 0.1 is the same network.
    const options = { variants: ['tanh', 'tanhNormal'], seeds: [0] } as const
    const { tanh } = await runExperiment(experiment, options)
    const { tanhNormal } = await runExperiment(experiment, { ...options, config: { weightScale: 0.1 } })
    for (const [i, [value]] of tanh.metrics.weightGradient.entries()) {
      expect(tanhNormal.metrics.weightGradient[i]![0]! / value!).toBeCloseTo(1, 3)
    }
  })

  it('goes from the last layer to the first, with a signal of size 1 above the last', async () => {
    const { tanh } = await runExperiment(experiment, { variants: ['tanh'], config: { weightScale: 0.1 } })
    expect(tanh.epochs).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    // With weights this small tanh is the identity, so delta at the last layer is what came from above.
    for (const delta of tanh.metrics.delta[0]!) expect(delta).toBeCloseTo(1, 1)
  })

  it('shows the activations of all layers at every step', async () => {
    const [start, end] = [await viewAt(experiment, 'relu', 0), await viewAt(experiment, 'relu', 9)]
    expect(start.activations.layers).toHaveLength(10)
    expect(end.activations).toEqual(start.activations)
    expect([start.layer, end.layer]).toEqual([10, 1])
    expect(start.activations.layers[0]!.mean).toBeGreaterThan(0.3)
  })
})
