import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import type { View } from './train.ts'
import experiment from './train.ts'

const short = { training: 50, fineTuning: 50, images: 200 }
const countOf = ({ kept }: View) =>
  kept.layers.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))

describe('heal', () => {
  keepsTheContract(experiment, { config: short, steps: 54 })

  it('cuts once, and keeps the mask while it trains on', async () => {
    expect(countOf(await viewAt(experiment, 'magnitude', 49, short))).toEqual([14400, 10000, 1000])
    const cut = countOf(await viewAt(experiment, 'magnitude', 50, short))
    expect(cut.reduce((sum, count) => sum + count)).toBe(25400 / 5)
    expect(countOf(await viewAt(experiment, 'magnitude', 60, short))).toEqual(cut)
    expect(countOf(await viewAt(experiment, 'whole', 60, short))).toEqual([14400, 10000, 1000])
  })

  it('trains the networks of all variants alike until the cut', async () => {
    const [whole, saliency] = await Promise.all([
      viewAt(experiment, 'whole', 49, short),
      viewAt(experiment, 'saliency', 49, short),
    ])
    expect(saliency).toEqual(whole)
  })
})
