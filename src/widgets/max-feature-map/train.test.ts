import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { mapsShown, size } from './config.ts'
import experiment from './train.ts'

const short = { images: 100, steps: 100 }

async function parameters(variant: VariantOf<typeof setup>): Promise<number> {
  const run = experiment.train({
    config: { ...short, scale: 0.5, learningRate: 0.003 },
    variant,
    seeds: [0],
  })
  const frame = (await run.next()).value
  const saved = await frame!.save!()
  await run.return()
  // What Adam remembers follows the parameters: two numbers for each.
  return saved.tensors.reduce((sum, { length }) => sum + length, 0) / 3
}

describe('max-feature-map', () => {
  keepsTheContract(experiment, { config: short, steps: 2 })

  it('says how many parameters each network has', async () => {
    for (const variant of ['mfm', 'matched', 'same'] as const)
      expect(setup.variants[variant].note).toBe(
        `${(await parameters(variant)).toLocaleString('en-US')} parameters`,
      )
  })

  it('hands on the greater of two sums with MFM, and the sum or 0 with ReLU', async () => {
    const { sums, maps } = await viewAt(experiment, 'mfm', 2, short)
    expect(sums).toHaveLength(2)
    expect(maps).toHaveLength(mapsShown * size * size)
    expect(Array.from(maps)).toEqual(Array.from(sums[0]!, (value, i) => Math.max(value, sums[1]![i]!)))
    const relu = await viewAt(experiment, 'matched', 2, short)
    expect(relu.sums).toHaveLength(1)
    expect(Array.from(relu.maps)).toEqual(Array.from(relu.sums[0]!, (value) => Math.max(value, 0)))
  })
})
