/** What the chapter says of single weights against whole filters, from whole runs. */
import { expect, it } from 'vitest'
import setup from '../../src/widgets/whole-filters/config.ts'
import experiment from '../../src/widgets/whole-filters/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { meanWithin, verdict } from './verdict.ts'

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)

it('half of the filters: they hurt more than as many single weights, until training goes on; a small network from the start is as good', async () => {
  const { weights, filters, small } = await runExperiment(experiment)
  const at = weights.steps.indexOf(setup.config.before.default)
  expect(
    verdict({
      what: 'test accuracy right after the cut, single weights - whole filters',
      values: minus(weights.metrics.testAccuracy[at]!, filters.metrics.testAccuracy[at]!),
      holds: (difference) => difference > 0.08,
      expected: 'above 0.08',
    }),
  ).toBe('holds')
  const [single, whole, scratch] = [weights, filters, small].map(({ metrics }) => final(metrics.testAccuracy))
  for (const [what, difference] of [
    ['single weights - whole filters', minus(single!, whole!)],
    ['whole filters - small from the start', minus(whole!, scratch!)],
  ] as const)
    expect(meanWithin(`test accuracy at the end, ${what}`, difference, [-0.03, 0.03])).toBe('holds')
})

it('a quarter of the filters: after training on whole filters are ahead of as many single weights of each layer', async () => {
  const { weights, filters } = await runExperiment(experiment, {
    config: { filters: 4 },
    variants: ['weights', 'filters'],
  })
  const ahead = minus(final(filters.metrics.testAccuracy), final(weights.metrics.testAccuracy))
  expect(meanWithin('test accuracy at the end, whole filters - single weights', ahead, [0.03, 0.12])).toBe(
    'holds',
  )
})
