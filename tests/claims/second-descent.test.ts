import { expect, it } from 'vitest'
import { added } from '../../src/widgets/second-descent/config.ts'
import experiment from '../../src/widgets/second-descent/train.ts'
import { median, runExperiment } from '../runExperiment.ts'
import { medianWithin } from './verdict.ts'

it('C31: with 20 seeds and up to 400 features', async () => {
  const { none } = await runExperiment(experiment, {
    variants: ['none'],
    config: { features: 400 },
    seeds: Array.from({ length: 20 }, (_, seed) => seed),
  })
  const middle = none.metrics.testError.map(median)
  const at = (features: number) => middle[features / added]!
  const over20 = (features: number) =>
    none.metrics.testError[features / added]!.map(
      (error, seed) => error / none.metrics.testError[20 / added]![seed]!,
    )
  expect(at(40)).toBeGreaterThan(10 * at(20))
  expect(at(400)).toBeLessThan(at(20) / 2)
  for (const [features, limits] of [
    [40, [10, Infinity]],
    [400, [0, 0.5]],
  ] as const)
    expect(
      medianWithin(`test error with ${features} features over that with 20`, over20(features), limits),
    ).toBe('holds')
  expect(at(400)).toBeLessThan(at(200))
  const peak = added * middle.indexOf(Math.max(...middle))
  expect(Math.abs(peak - 40)).toBeLessThanOrEqual(4)
})
