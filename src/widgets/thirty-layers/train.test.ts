import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import experiment from './train.ts'

describe('thirty-layers', () => {
  keepsTheContract(experiment, { config: { depth: 3, steps: 100 }, steps: 2 })

  it('shows ten of the hidden layers, the first and the last among them, or all of fewer', async () => {
    const { activations } = await viewAt(experiment, 'he', 0)
    expect(activations.layers.map(({ name }) => Number(name.slice(6)))).toEqual([
      1, 4, 7, 10, 13, 17, 20, 23, 26, 29,
    ])
    const few = await viewAt(experiment, 'he', 0, { depth: 4 })
    expect(few.activations.layers).toHaveLength(3)
    const one = await viewAt(experiment, 'he', 0, { depth: 2 })
    expect(one.activations.layers).toHaveLength(1)
  })

  it('keeps the spread of activations with He weights, and loses it with Xavier and small ones', async () => {
    const spread = async (variant: 'he' | 'xavier' | 'small') => {
      const { layers } = (await viewAt(experiment, variant, 0)).activations
      return layers.at(-1)!.std / layers[0]!.std
    }
    expect(await spread('he')).toBeGreaterThan(0.1)
    expect(await spread('xavier')).toBeLessThan(1e-3)
    expect(await spread('small')).toBeLessThan(1e-30)
  })
})
