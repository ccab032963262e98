/** What the chapter says of depth and the size of starting weights, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/thirty-layers/train.ts'
import { runExperiment, type RunOptions } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

const guess = Math.log(10)

type Config = NonNullable<RunOptions<typeof experiment.setup>['config']>

const ends = async (variant: 'he' | 'xavier' | 'small', config: Config) => {
  const result = await runExperiment(experiment, { config, variants: [variant], measureEvery: 2000 })
  const { loss, testAccuracy } = result[variant].metrics
  return { loss: loss.at(-1)!, accuracy: testAccuracy.at(-1)! }
}

it('thirty layers: He weights learn, Xavier and small ones stay at a guess', async () => {
  const he = await ends('he', { depth: 30 })
  expect(
    verdict({ what: 'loss, He', values: he.loss, holds: (loss) => loss < 1.5, expected: 'below 1.5' }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy, He',
      values: he.accuracy,
      holds: (accuracy) => accuracy >= 0.3,
      expected: 'at least 0.3',
    }),
  ).toBe('holds')
  for (const variant of ['xavier', 'small'] as const) {
    const { loss } = await ends(variant, { depth: 30 })
    expect(
      verdict({
        what: `loss, ${variant}`,
        values: loss,
        holds: (value) => Math.abs(value - guess) < 0.02,
        expected: 'within 0.02 of ln 10',
      }),
    ).toBe('holds')
  }
})

it('ten layers: He and Xavier both learn, small weights do not', async () => {
  for (const [variant, low, high] of [
    ['he', 0.8, 1],
    ['xavier', 0.75, 1],
    ['small', 0, 0.15],
  ] as const) {
    const { accuracy } = await ends(variant, { depth: 10 })
    expect(
      verdict({
        what: `test accuracy at depth 10, ${variant}`,
        values: accuracy,
        holds: (value) => value > low && value < high,
        expected: `between ${low} and ${high}`,
      }),
    ).toBe('holds')
  }
})

it('twenty-two layers: He is well ahead, seed by seed', async () => {
  const [he, xavier] = [await ends('he', { depth: 22 }), await ends('xavier', { depth: 22 })]
  const behind = xavier.loss.map((loss, seed) => loss - he.loss[seed]!)
  expect(
    verdict({
      what: 'loss, Xavier - He, at depth 22',
      values: behind,
      holds: (difference) => difference > 0.3,
      expected: 'above 0.3',
    }),
  ).toBe('holds')
})

it('with He weights thirty layers end above ten, on the training images too', async () => {
  const [ten, thirty] = [await ends('he', { depth: 10 }), await ends('he', { depth: 30 })]
  expect(
    verdict({
      what: 'loss, thirty layers - ten',
      values: thirty.loss.map((loss, seed) => loss - ten.loss[seed]!),
      holds: (difference) => difference > 0.2,
      expected: 'above 0.2',
    }),
  ).toBe('holds')
})

it('Xavier at depth 30 has not begun after the longest run that the figure offers', negative, async () => {
  const { loss } = await ends('xavier', { depth: 30, steps: 2000 })
  expect(
    verdict({
      what: 'loss, Xavier, 2000 steps',
      values: loss,
      holds: (value) => Math.abs(value - guess) < 0.02,
      expected: 'within 0.02 of ln 10',
    }),
  ).toBe('holds')
})

it('the exercise: Xavier at depth 22 arrives with 1500 steps', async () => {
  const { loss } = await ends('xavier', { depth: 22, steps: 1500 })
  expect(
    verdict({
      what: 'loss, Xavier, depth 22, 1500 steps',
      values: loss,
      holds: (value) => value < 1,
      expected: 'below 1',
      atLeast: 4,
    }),
  ).toBe('holds')
})

// The stops of the slider beside 0.25.
it.each([0.24, 0.26])('the exercise: Small with a standard deviation of %d learns', async (small) => {
  const { loss } = await ends('small', { depth: 30, small })
  expect(
    verdict({
      what: `loss, standard deviation ${small}`,
      values: loss,
      holds: (value) => value < 1.5,
      expected: 'below 1.5',
      atLeast: 4,
    }),
  ).toBe('holds')
})
