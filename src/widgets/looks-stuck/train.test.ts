import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import setup, { leaves, stuckAbove } from './config.ts'
import experiment from './train.ts'

describe('looks-stuck', () => {
  keepsTheContract(experiment, { config: { epochs: 50 }, steps: 3 })

  it('shows what the first seed believes, with its place on the clock and the share of test points', async () => {
    const { epoch, right, boundary } = await viewAt(experiment, 'network', 10)
    expect([epoch, boundary.grid.length, boundary.points.label.length]).toEqual([1, boundary.size ** 2, 200])
    expect(right).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(1)
  })

  it('has moments within its run, at settings of any length', () => {
    for (const epochs of [50, 70, 500]) {
      const config = { smaller: 4, learningRate: 0.03, epochs }
      const moments = setup.film!.moments(config)
      expect(moments).toEqual([...moments].sort((a, b) => a - b))
      expect(moments.at(-1)).toBe(setup.steps(config))
    }
  })

  it('says when the loss leaves its flat part, and not before', () => {
    const losses = [0.6932, 0.6931, stuckAbove + 0.001, 0.5, 0.69]
    expect([leaves([0, 1, 2, 3, 4], losses), leaves([0, 1, 2], losses.slice(0, 3))]).toEqual([3, null])
    const words = (values: number[]) => setup.film!.words([0, 1, 2, 3, 4], values).map((each) => each.words)
    expect(words(losses.slice(0, 2))).toEqual(['It looks stuck.'])
    expect(words(losses)).toEqual(['For 3 epochs it looks stuck.', 'Then it isn’t.'])
  })
})
