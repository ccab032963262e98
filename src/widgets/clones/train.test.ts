import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { random } from '../../nn/random.ts'
import { startingWeights } from './start.ts'
import experiment from './train.ts'

describe('clones', () => {
  keepsTheContract(experiment, { config: { units: 6, steps: 100 }, steps: 2 })

  it('shows all hidden units as images, and every answer to every digit', async () => {
    const { weights, answers } = await viewAt(experiment, 'he', 1)
    expect(weights.values.filter((value) => !Number.isNaN(value))).toHaveLength(32 * 144)
    for (let digit = 0; digit < 10; digit++) {
      const row = answers.values.subarray(digit * 10, digit * 10 + 10)
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
    }
  })

  it('gives one answer to everything where all weights are 0', async () => {
    const { weights, answers } = await viewAt(experiment, 'zero', 3)
    expect(weights.values.every((value) => value === 0 || Number.isNaN(value))).toBe(true)
    const answer = answers.values.indexOf(1)
    answers.values.forEach((share, i) => expect(share).toBe(i % 10 === answer ? 1 : 0))
  })
})

describe('starting weights', () => {
  const config = { constant: 0.05, noise: 1e-3, outputWeights: 'alike' } as const
  const draw = (
    variant: Parameters<typeof startingWeights>[1],
    outputWeights: 'alike' | 'random',
    fanIn: number,
    fanOut: number,
  ) => [...startingWeights({ ...config, outputWeights }, variant, 144).draw(random(0), 4, fanIn, fanOut)]
  const same = Array<number>(4).fill(Math.fround(0.05))

  it('are alike in both layers, or random in the output layer only', () => {
    expect(draw('constant', 'alike', 144, 10)).toEqual(same)
    expect(draw('constant', 'alike', 10, 10)).toEqual(same)
    expect(draw('constant', 'random', 144, 10)).toEqual(same)
    expect(draw('constant', 'random', 10, 10)).toEqual(draw('he', 'alike', 10, 10))
    expect(draw('zero', 'random', 144, 32)).toEqual([0, 0, 0, 0])
  })

  it('of the noisy variant are the constant and a little more or less', () => {
    const weights = draw('noisy', 'alike', 144, 32)
    expect(new Set(weights).size).toBe(4)
    for (const weight of weights) expect(Math.abs(weight - 0.05)).toBeLessThan(6e-3)
  })
})
