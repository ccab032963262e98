import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('three-sizes', () => {
  keepsTheContract(experiment, { config: { epochs: 50, depth: 3 }, steps: 3 })

  it('gives all variants the same points and the same draws, in three sizes', async () => {
    const [small, he, large] = [
      await viewAt(experiment, 'small', 0, { smaller: 4 }),
      await viewAt(experiment, 'he', 0),
      await viewAt(experiment, 'large', 0, { larger: 2 }),
    ]
    expect(small.boundary.points).toEqual(he.boundary.points)
    expect(large.boundary.points).toEqual(he.boundary.points)
    he.weights.values.forEach((weight, i) => {
      expect(small.weights.values[i]).toBeCloseTo(weight / 4, 6)
      expect(large.weights.values[i]).toBeCloseTo(weight * 2, 5)
    })
  })

  it('shows what arrives at the ReLUs of each hidden layer: it shrinks or grows by the same factor', async () => {
    const he = (await viewAt(experiment, 'he', 0)).preActivations.layers
    const large = (await viewAt(experiment, 'large', 0, { larger: 2 })).preActivations.layers
    expect(he.map(({ name }) => name)).toEqual(['layer 1', 'layer 2', 'layer 3', 'layer 4', 'layer 5'])
    he.forEach(({ std, counts }, i) => {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(320 * 16)
      // Negative values are there: this is before the ReLU.
      expect(counts.subarray(0, 20).some((count) => count > 0)).toBe(true)
      expect(large[i]!.std / std).toBeCloseTo(2 ** (i + 1), 2)
    })
  })

  it('counts the layers that are 0 for every training point: none at the start, some once Large is dead', async () => {
    const { he, large } = await runExperiment(experiment, {
      variants: ['he', 'large'],
      seeds: [0],
      steps: 50,
    })
    expect(he.metrics.deadLayers.flat().every((count) => count === 0)).toBe(true)
    expect(large.metrics.deadLayers[0]).toEqual([0])
    expect(large.metrics.deadLayers.at(-1)![0]).toBeGreaterThan(0)
  })

  it.each(['sgd', 'momentum', 'adam'] as const)('trains with %s', async (optimizer) => {
    const config = {
      optimizer,
      data: 'blobs' as const,
      depth: 3,
      learningRate: optimizer === 'sgd' ? 0.1 : 0.01,
    }
    const { he } = await runExperiment(experiment, { config, variants: ['he'], seeds: [0], steps: 60 })
    expect(he.metrics.loss.at(-1)![0]!).toBeLessThan(0.1)
  })
})
