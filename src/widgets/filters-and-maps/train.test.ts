import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import { filters, kernelSize, outputs, size } from './config.ts'
import experiment from './train.ts'

const short = { images: 100, steps: 100 }

describe('filters-and-maps', () => {
  keepsTheContract(experiment, { config: short, steps: 4 })

  it('starts both networks from the same weights, and random filters stay as they were', async () => {
    const start = await viewAt(experiment, 'learned', 0, short)
    const random = await viewAt(experiment, 'random', 4, short)
    const learned = await viewAt(experiment, 'learned', 4, short)
    expect(random).toEqual(start)
    start.layers.forEach(({ kernel }, layer) => expect(learned.layers[layer]!.kernel).not.toEqual(kernel))
    expect(start.layers.map(({ kernel }) => kernel.length)).toEqual([
      kernelSize ** 2 * filters[0],
      kernelSize ** 2 * filters[0] * filters[1],
    ])
    expect(start.digits).toHaveLength(outputs * size * size)
    expect(start.mean).toHaveLength(size * size)
  })

  it('can leave only the first layer random', async () => {
    const { random } = await runExperiment(experiment, {
      config: { ...short, frozen: 'first' },
      variants: ['random'],
      seeds: [0],
      steps: 4,
    })
    expect(final(random.metrics.firstMoved)).toEqual([0])
    for (const moved of [random.metrics.secondMoved, random.metrics.lastMoved])
      expect(final(moved)[0]).toBeGreaterThan(0)
  })

  it('says how far the weights have moved: nowhere at the start', async () => {
    const { learned } = await runExperiment(experiment, {
      config: short,
      variants: ['learned'],
      seeds: [0],
      steps: 0,
    })
    const { firstMoved, secondMoved, lastMoved } = learned.metrics
    expect([firstMoved, secondMoved, lastMoved].map(final)).toEqual([[0], [0], [0]])
  })
})
