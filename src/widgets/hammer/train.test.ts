import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { random } from '../../nn/random.ts'
import { features, rowCount, sizes } from './config.ts'
import { makeData } from './data.ts'
import { hammers, softThreshold } from './hammers.ts'
import experiment from './train.ts'

const variants = ['none', 'l2', 'l1Subgradient', 'l1SoftThreshold'] as const

describe('hammer', () => {
  keepsTheContract(experiment, { config: { steps: 100, batch: 'ten' }, steps: 40 })

  it('has five informative weights, of any sign, and noise of 1 on the target', () => {
    const signs = new Set<string>()
    for (const seed of [0, 1, 2, 3, 4]) {
      const { x, y, truth } = makeData(random(seed).split('data'))
      expect([...truth].map(Math.abs)).toEqual([...sizes, ...Array<number>(features - 5).fill(0)])
      for (let j = 0; j < 5; j++) signs.add(truth[j]! < 0 ? '-' : '+')
      const noise = Array.from(y, (value, i) =>
        truth.reduce((sum, weight, j) => sum - weight * x[i * features + j]!, value),
      )
      const size = Math.sqrt(noise.reduce((sum, value) => sum + value ** 2, 0) / rowCount)
      expect(Math.abs(size - 1)).toBeLessThan(0.4)
    }
    expect(signs).toEqual(new Set(['-', '+']))
  })

  it('soft threshold: towards zero by so much, and never across', () => {
    expect(softThreshold(0.5, 0.2)).toBeCloseTo(0.3, 12)
    expect(softThreshold(-0.5, 0.2)).toBeCloseTo(-0.3, 12)
    for (const v of [0.2, -0.2, 0.1, 0]) expect(softThreshold(v, 0.2)).toBe(0)
  })

  it('with no slope of the loss L1 takes the same off every weight, L2 the same share', () => {
    for (const w of [2, -0.5]) {
      expect(Math.abs(w) - Math.abs(hammers.l1Subgradient(w, 0, 0.1, 0.3))).toBeCloseTo(0.03, 12)
      expect(Math.abs(w) - Math.abs(hammers.l1SoftThreshold(w, 0, 0.1, 0.3))).toBeCloseTo(0.03, 12)
      expect(hammers.l2(w, 0, 0.1, 0.3) / w).toBeCloseTo(1 - 2 * 0.1 * 0.3, 12)
      expect(hammers.none(w, 0, 0.1, 0.3)).toBe(w)
    }
    // The subgradient step goes across zero, the soft threshold stops there.
    expect(hammers.l1Subgradient(0.01, 0, 0.1, 0.3)).toBeCloseTo(-0.02, 12)
    expect(hammers.l1SoftThreshold(0.01, 0, 0.1, 0.3)).toBe(0)
    // At 0 the slope of |w| is taken as 0.
    expect(hammers.l1Subgradient(0, 0, 0.1, 0.3)).toBe(0)
  })

  it('starts all variants from the same weights, none of which is 0', async () => {
    const start = await viewAt(experiment, 'none', 0)
    expect(start.weights).toHaveLength(features)
    expect(start.weights.some((weight) => weight === 0)).toBe(false)
    for (const variant of variants)
      expect((await viewAt(experiment, variant, 0)).weights).toEqual(start.weights)
  })

  it('measures the error on new rows as the mean over many of them', async () => {
    const result = await runExperiment(experiment, { variants: ['none'], steps: 50, seeds: [0] })
    const { weights, truth } = result.none.view
    const r = random(17)
    let sum = 0
    for (let row = 0; row < 20_000; row++) {
      let error = 0
      for (let j = 0; j < features; j++) error += (weights[j]! - truth[j]!) * r.normal()
      sum += error ** 2
    }
    // The bias, which the view does not hold, adds its square.
    const [measured] = result.none.metrics.testError.at(-1)!
    expect(Math.abs(sum / 20_000 / measured! - 1)).toBeLessThan(0.1)
  })

  it('counts exact zeros, and weights near zero, of which they are some', async () => {
    const result = await runExperiment(experiment, { seeds: [0, 1], measureEvery: 50 })
    for (const variant of variants) {
      const { exactZeros, nearZeros } = result[variant].metrics
      exactZeros.forEach((zeros, i) =>
        zeros.forEach((share, seed) => expect(share).toBeLessThanOrEqual(nearZeros[i]![seed]!)),
      )
      const { weights } = result[variant].view
      expect(exactZeros.at(-1)![0]).toBe(weights.filter((weight) => weight === 0).length / features)
    }
  })
})
