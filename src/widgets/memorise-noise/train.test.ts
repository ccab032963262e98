import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { shown, size } from './config.ts'
import experiment from './train.ts'

describe('memorise-noise', () => {
  keepsTheContract(experiment, { config: { units: 16, images: 100, steps: 100 }, steps: 2 })

  it('teaches the same images other labels, and shows what the network says of them', async () => {
    const small = { units: 16, images: 100 }
    const none = await viewAt(experiment, 'none', 0, small)
    const all = await viewAt(experiment, 'all', 0, small)
    expect(all.pixels).toEqual(none.pixels)
    expect(none.pixels).toHaveLength(shown * size * size)
    expect([...none.taught]).toEqual(Array.from({ length: shown }, (_, i) => i % 10))
    expect(all.taught).not.toEqual(none.taught)
    // The same starting weights say the same of the same images.
    expect(all.says).toEqual(none.says)
  })

  it('leaves some labels true where some are drawn by lot', async () => {
    const { taught } = await viewAt(experiment, 'some', 0, { units: 8 })
    const moved = taught.filter((label, i) => label !== i % 10).length
    expect(moved).toBeGreaterThan(0)
    expect(moved).toBeLessThan(shown / 2)
  })
})
