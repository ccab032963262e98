/** What the chapter says of a network that is taught labels drawn by lot, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/memorise-noise/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

it('300 labels drawn by lot are learned, all of them, and say nothing of other images', async () => {
  const result = await runExperiment(experiment)
  const { none, some, all } = result
  for (const [name, of] of Object.entries(result))
    expect(
      verdict({
        what: `training images answered as taught, ${name}`,
        values: of.metrics.trainingAccuracy.at(-1)!,
        holds: (share) => share === 1,
        expected: 'all',
      }),
    ).toBe('holds')
  const end = (of: typeof all) => of.metrics.testAccuracy.at(-1)!
  expect(
    verdict({
      what: 'test accuracy, all by lot',
      values: end(all),
      holds: (share) => share < 0.2,
      expected: 'below 0.2',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy, no lot - some by lot',
      values: end(none).map((share, seed) => share - end(some)[seed]!),
      holds: (difference) => difference > 0.08,
      expected: 'above 0.08',
    }),
  ).toBe('holds')
  const first = (of: typeof all, seed: number) =>
    of.steps[of.metrics.trainingAccuracy.findIndex((shares) => shares[seed] === 1)] ?? Infinity
  expect(
    verdict({
      what: 'step at which all training images are answered as taught, all by lot / no lot',
      values: [0, 1, 2, 3, 4].map((seed) => first(all, seed) / first(none, seed)),
      holds: (ratio) => ratio > 1.2 && ratio < 4,
      expected: 'between 1.2 and 4',
    }),
  ).toBe('holds')
})
