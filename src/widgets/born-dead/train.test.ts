import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

const curve = ({ x, curves }: { x: Float32Array; curves: Float32Array }, i: number) =>
  curves.slice(i * x.length, (i + 1) * x.length)

describe('born-dead', () => {
  keepsTheContract(experiment, { config: { depth: 3 }, steps: 3 })

  it('never brings a network back: the share grows with depth', async () => {
    const { width2, width3 } = await runExperiment(experiment, { variants: ['width2', 'width3'] })
    for (const shares of [width2.metrics.deadShare, width3.metrics.deadShare]) {
      expect(shares[0]).toEqual([0, 0, 0, 0, 0])
      for (let i = 1; i < shares.length; i++) {
        for (const [seed, share] of shares[i]!.entries()) {
          expect(share).toBeGreaterThanOrEqual(shares[i - 1]![seed]!)
        }
      }
    }
  })

  it('dies as often as the arithmetic says after one and two layers of two units', async () => {
    // One layer: a unit is above 0 on one half of the line, so none is dead. Two layers: all depends on the signs.
    // If both first units look to the same side (chance 1/2) the other side is 0, and the second layer dies with
    // chance 1/4; if they look to both sides, a unit stays at 0 on both with chance 1/4, so both do with 1/16.
    const seeds = Array.from({ length: 20 }, (_, seed) => seed)
    const { width2 } = await runExperiment(experiment, { variants: ['width2'], seeds, steps: 2 })
    expect(width2.metrics.deadShare[1]!.every((share) => share === 0)).toBe(true)
    const mean = width2.metrics.deadShare[2]!.reduce((sum, share) => sum + share, 0) / seeds.length
    const expected = (1 / 2) * (1 / 4) + (1 / 2) * (1 / 16)
    // 4000 networks: a standard error of 0.006.
    expect(Math.abs(mean - expected)).toBeLessThan(0.02)
  })

  it('draws dead networks as constants and living ones as functions', async () => {
    const view = await viewAt(experiment, 'width2', 6)
    expect(view.count).toBe(20)
    expect(view.dead.some((dead) => dead === 1)).toBe(true)
    expect(view.dead.some((dead) => dead === 0)).toBe(true)
    for (const [i, dead] of view.dead.entries()) {
      const values = curve(view, i)
      expect(values.every((value) => value === values[0])).toBe(dead === 1)
    }
  })

  it('starts with straight lines', async () => {
    const view = await viewAt(experiment, 'width8', 0)
    for (let i = 0; i < view.count; i++) {
      const values = curve(view, i)
      expect(values[60]! / 3).toBeCloseTo(values[40]!, 4)
      expect(values[0]!).toBeCloseTo(-values[60]!, 4)
    }
  })

  it('leaves Leaky ReLU alive', async () => {
    const { width2 } = await runExperiment(experiment, {
      variants: ['width2'],
      config: { activation: 'leakyRelu', depth: 20 },
    })
    expect(width2.metrics.deadShare.at(-1)).toEqual([0, 0, 0, 0, 0])
  })
})
