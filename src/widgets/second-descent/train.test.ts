import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { inputs } from './config.ts'
import { drawProblem, pathPlaces } from './problem.ts'
import experiment from './train.ts'

describe('second-descent', () => {
  keepsTheContract(experiment, { config: { features: 100, points: 20 }, steps: 15 })

  it('adds features and points to the same ones', () => {
    const [small, large] = [drawProblem(3, 20, 0.3, 10), drawProblem(3, 40, 0.3, 60)]
    expect(large.y.slice(0, 20)).toEqual(small.y)
    expect(large.test).toEqual(small.test)
    expect(large.path).toEqual(small.path)
    for (const [j, { train, test }] of small.features.entries()) {
      expect(large.features[j]!.train.slice(0, 20)).toEqual(train)
      expect(large.features[j]!.test).toEqual(test)
    }
  })

  it('has a target of variance 1 without noise, and features that are off half of the time', () => {
    const { y, test, features } = drawProblem(0, 40, 0, 50)
    const square = (values: Float64Array) =>
      values.reduce((sum, value) => sum + value * value, 0) / values.length
    expect(Math.abs(square(test) - 1)).toBeLessThan(0.25)
    expect(Math.abs(square(y) - 1)).toBeLessThan(0.7)
    const values = features.flatMap((feature) => [...feature.test])
    expect(Math.abs(values.filter((value) => value === 0).length / values.length - 0.5)).toBeLessThan(0.03)
    // Half of E(v · x)² = inputs / inputs.
    expect(values.reduce((sum, value) => sum + value * value, 0) / values.length).toBeCloseTo(0.5, 0)
    expect(inputs).toBe(10)
  })

  it('visits training points: there the path has their targets and their features', () => {
    const { y, path, features } = drawProblem(5, 20, 0, 3)
    ;[1, 2, 3, 4, 5, 6].forEach((place, k) => {
      const i = pathPlaces.indexOf(place)
      expect(path[i]).toBeCloseTo(y[k]!, 12)
      for (const feature of features) expect(feature.path[i]).toBeCloseTo(feature.train[k]!, 12)
    })
  })

  it('shows a fit that passes through the points once there are as many features, and not before', async () => {
    const misses = async (step: number) => {
      const { x, fit, points } = await viewAt(experiment, 'none', step)
      return Array.from({ length: points.length / 2 }, (_, k) =>
        Math.abs(fit[x.indexOf(points[2 * k]!)]! - points[2 * k + 1]!),
      )
    }
    for (const miss of await misses(20)) expect(miss).toBeLessThan(1e-3)
    for (const miss of await misses(60)) expect(miss).toBeLessThan(1e-3)
    expect(Math.max(...(await misses(10)))).toBeGreaterThan(0.1)
  })

  it('never lengthens the weights past as many features as points', async () => {
    const { none } = await runExperiment(experiment, { variants: ['none'], seeds: [0, 1, 2] })
    const past = none.metrics.length.slice(20)
    past
      .slice(1)
      .forEach((lengths, k) =>
        lengths.forEach((length, seed) => expect(length).toBeLessThanOrEqual(past[k]![seed]! * (1 + 1e-9))),
      )
  })

  it('predicts 0 without features: all of the target is missed', async () => {
    const { none, penalty } = await runExperiment(experiment, { steps: 0 })
    expect(none.metrics.testError).toEqual(penalty.metrics.testError)
    for (const error of none.metrics.testError[0]!) expect(Math.abs(error - 1)).toBeLessThan(0.25)
  })
})
