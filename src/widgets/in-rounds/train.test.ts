import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { sparsityAfter } from './config.ts'
import type { View } from './train.ts'
import experiment from './train.ts'

const short = { training: 50, rounds: 3, perRound: 10, images: 200 }
const all = 25400
const kept = ({ kept: { layers } }: View) =>
  layers.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)

describe('in-rounds', () => {
  keepsTheContract(experiment, { config: short, steps: 64 })

  it('cuts a fifth of what is left in every round, or all of it at once', async () => {
    const at = async (variant: 'atOnce' | 'inRounds' | 'randomRounds', step: number) =>
      kept(await viewAt(experiment, variant, step, short))
    const left = [1, 2, 3].map((rounds) => all - Math.round(all * sparsityAfter(rounds, 20)))
    expect(await at('inRounds', 49)).toBe(all)
    expect(await at('inRounds', 50)).toBe(left[0])
    expect(await at('inRounds', 65)).toBe(left[1])
    expect(await at('randomRounds', 70)).toBe(left[2])
    expect(await at('inRounds', 80)).toBe(left[2])
    expect(await at('atOnce', 50)).toBe(left[2])
  })
})

it('counts what remains by powers', () => {
  expect(sparsityAfter(0, 20)).toBe(0)
  expect(sparsityAfter(2, 20)).toBeCloseTo(0.36, 12)
  expect(sparsityAfter(14, 20)).toBeCloseTo(1 - 0.8 ** 14, 12)
})
