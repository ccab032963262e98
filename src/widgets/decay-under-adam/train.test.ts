import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { leastSquares } from '../../nn/leastSquares.ts'
import { random } from '../../nn/random.ts'
import { features, noise, rowCount } from './config.ts'
import { makeData, penalizedBest, scalesOf } from './data.ts'
import { sharesTaken, update, type State } from './optimizers.ts'
import experiment from './train.ts'

const fresh = (): State => ({
  theta: new Float32Array(features + 1).fill(1, 0, features),
  m: new Float32Array(features + 1),
  v: new Float32Array(features + 1),
})
const common = { number: 1, rate: 0.01, lambda: 0.5 }
const still = new Float64Array(features + 1)

describe('decay-under-adam', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 40 })

  it('has uncorrelated features of the sizes asked for, and weights of 1 that are best', () => {
    const { x, y } = makeData(random(2).split('data'), 9)
    const rows = Array.from({ length: rowCount }, (_, i) => [...x.subarray(i * features, (i + 1) * features)])
    const { hessian, optimum } = leastSquares(rows, [...y])
    const scales = scalesOf(9)
    expect(scales.at(-1)! / scales[0]!).toBeCloseTo(9, 12)
    for (let i = 0; i < features; i++)
      for (let j = 0; j < features; j++) expect(hessian[i]![j]).toBeCloseTo(i === j ? scales[i]! ** 2 : 0, 5)
    for (let j = 0; j < features; j++) expect(optimum[j]).toBeCloseTo(1, 5)
    expect(optimum[features]).toBeCloseTo(0, 5)
    const left = rows.map((row, i) => row.reduce((sum, value) => sum - value, y[i]!))
    const size = Math.sqrt(left.reduce((sum, value) => sum + value ** 2, 0) / rowCount)
    expect(size).toBeCloseTo(noise, 5)
  })

  it('knows the weights of the least loss plus penalty: no other are better', () => {
    const [spread, lambda] = [9, 0.15]
    // Loss above the least one, of uncorrelated features: half the sum of s² (w - 1)².
    const penalized = (weights: readonly number[]) =>
      scalesOf(spread).reduce(
        (sum, scale, j) => sum + (scale ** 2 * (weights[j]! - 1) ** 2) / 2 + lambda * weights[j]! ** 2,
        0,
      )
    const best = penalizedBest(spread, lambda)
    for (let j = 0; j < features; j++)
      for (const by of [-0.01, 0.01])
        expect(penalized(best.map((weight, i) => (i === j ? weight + by : weight)))).toBeGreaterThan(
          penalized(best),
        )
  })

  it('with no slope of the loss: a share of each weight, or with Adam and L2 the same for all', () => {
    for (const variant of ['sgdL2', 'sgdDecay', 'adamW'] as const) {
      const state = fresh()
      state.theta[0] = 4
      update(state, still, { variant, ...common })
      expect(state.theta[0]).toBeCloseTo(4 * (1 - 2 * 0.01 * 0.5), 6)
      expect(state.theta[1]).toBeCloseTo(1 - 2 * 0.01 * 0.5, 6)
      expect(state.theta[features]).toBe(0)
    }
    const state = fresh()
    state.theta[0] = 4
    update(state, still, { variant: 'adamL2', ...common })
    // The slope over its own size: λ is gone, and so is the weight's size.
    expect(state.theta[0]).toBeCloseTo(4 - 0.01, 6)
    expect(state.theta[1]).toBeCloseTo(1 - 0.01, 6)
  })

  it('says what share of itself a weight loses: the same for all but with Adam and L2', () => {
    const slopes = still.map((_, j) => (j + 1) * 100)
    for (const variant of ['sgdL2', 'sgdDecay', 'adamL2', 'adamW'] as const) {
      const state = fresh()
      expect([...sharesTaken(state, { variant, ...common, number: 0 })]).toEqual(Array(features).fill(0))
      update(state, slopes, { variant, ...common })
      const taken = sharesTaken(state, { variant, ...common })
      taken.forEach((share, j) =>
        expect(share / (2 * 0.01 * 0.5)).toBeCloseTo(variant === 'adamL2' ? 1 / ((j + 1) * 100 + 1) : 1, 5),
      )
    }
  })

  it('starts all variants at 1, at the whole distance', async () => {
    const result = await runExperiment(experiment, { steps: 0, seeds: [0] })
    for (const { metrics, view } of Object.values(result)) {
      expect(metrics.distance[0]).toEqual([1])
      expect(metrics.unevenness[0]).toEqual([1])
      expect([...view.weights]).toEqual(Array(features).fill(1))
    }
    const { best } = await viewAt(experiment, 'adamW', 1)
    penalizedBest(9, 0.15).forEach((weight, j) => expect(best[j]).toBeCloseTo(weight, 6))
  })
})
