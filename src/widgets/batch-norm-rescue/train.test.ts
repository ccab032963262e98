import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { columnsShown, shownImages, width } from './config.ts'
import experiment from './train.ts'

describe('batch-norm-rescue', () => {
  keepsTheContract(experiment, { config: { depth: 3, steps: 100, start: 'data' }, steps: 2 })

  it('shows differences between images in each hidden layer, and the last layer image by image', async () => {
    const { differences, lastLayer } = await viewAt(experiment, 'none', 0)
    expect(differences.layers.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((i) => `layer ${i}`))
    for (const { counts, mean } of differences.layers) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(shownImages * width)
      expect(mean).toBeCloseTo(0, 5)
    }
    expect([lastLayer.rows, lastLayer.columns]).toEqual([width, columnsShown])
    expect(lastLayer.values).toHaveLength(width * columnsShown)
  })

  it('without normalization all images are nearly the same to the last layer, with batch norm they are not', async () => {
    const spread = async (variant: 'none' | 'batch' | 'layer' | 'weight') =>
      (await viewAt(experiment, variant, 0)).differences.layers.at(-1)!.std
    const none = await spread('none')
    expect(none).toBeLessThan(0.01)
    expect(await spread('batch')).toBeCloseTo(1, 1)
    expect(await spread('layer')).toBeGreaterThan(4 * none)
    expect(await spread('weight')).toBeCloseTo(none, 6)
  })

  it('fitted to the first batch, none and weight norm start as one function of spread 1', async () => {
    const { differences, lastLayer } = await viewAt(experiment, 'none', 0, { start: 'data' })
    for (const { std } of differences.layers) expect(Math.abs(std - 1)).toBeLessThan(0.2)
    const weight = (await viewAt(experiment, 'weight', 0, { start: 'data' })).lastLayer
    lastLayer.values.forEach((value, i) => expect(weight.values[i]).toBeCloseTo(value, 3))
    const [xavier, data] = [
      await viewAt(experiment, 'batch', 0),
      await viewAt(experiment, 'batch', 0, { start: 'data' }),
    ]
    expect(data).toEqual(xavier)
  })
})
