import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { sparsityOf, weightsOf, width } from './config.ts'
import { costOf } from '../cutCosts.ts'
import { matricesOf } from './matrices.ts'
import experiment from './train.ts'
import { unitMasks } from './unitMasks.ts'

describe('whole-units', () => {
  keepsTheContract(experiment, { config: { before: 20, after: 20 }, steps: 30 })

  it('keeps the longest columns, and with a unit goes all that leads out of it', () => {
    const kernels = [Float32Array.of(1, 3, 0, 1, 0, 0), Float32Array.of(1, 2, 3, 4, 5, 6)]
    expect(unitMasks({ kernels, sizes: [2, 3, 2], seeds: 1, left: 1 })).toEqual([
      Float32Array.of(0, 1, 0, 0, 1, 0),
      Float32Array.of(0, 0, 1, 1, 0, 0),
    ])
  })

  it('leaves all three with the same number of weights', async () => {
    const config = { before: 20, after: 20, units: 28 }
    for (const variant of ['weights', 'units', 'small'] as const) {
      const { between } = await viewAt(experiment, variant, 21, config)
      const matrices = matricesOf(variant, 28)
      expect(between.values.filter((weight) => weight !== 0)).toHaveLength(matrices[1]!.kept)
      const kept = matrices.reduce((sum, each) => sum + each.kept, 0)
      expect(Math.abs(kept - weightsOf(28))).toBeLessThan(3)
    }
    expect(sparsityOf(28)).toBeCloseTo(0.8, 2)
    expect(sparsityOf(width)).toBe(0)
  })

  it('counts bytes and products', () => {
    // 10 by 8, a quarter kept: 20 weights.
    expect(costOf([{ inputs: 10, units: 8, kept: 20 }])).toEqual({
      dense: 320,
      compressedRows: 20 * 8 + 11 * 4,
      bitMask: 10 + 80,
      denseProducts: 80,
      products: 20,
    })
  })
})
