import { expect, it } from 'vitest'
import { flatLoss } from '../../src/widgets/plateau/config.ts'
import experiment from '../../src/widgets/plateau/train.ts'
import { runExperiment, type RunOptions } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

type Options = RunOptions<typeof experiment.setup>
type Losses = { steps: number[]; metrics: { loss: number[][] } }

const run = (options: Options = {}) => runExperiment(experiment, { measureEvery: 5, ...options })

/** The first measured step at which each seed's loss is below `level`; infinity if it never is. */
const below = ({ steps, metrics: { loss } }: Losses, level: number): number[] =>
  loss[0]!.map((_, seed) => steps[loss.findIndex((row) => row[seed]! < level)] ?? Infinity)

const flat = (losses: Losses) => below(losses, flatLoss)

it.each([
  ['the figure’s seeds', [0, 1, 2, 3, 4]],
  ['five others', [5, 6, 7, 8, 9]],
])('Small is flat for more than 80 steps, Xavier for less than 10: %s', async (_, seeds) => {
  const small = (await run({ seeds, variants: ['small'], steps: 400 })).small
  const { xavier } = await run({ seeds, variants: ['xavier'], steps: 20, measureEvery: 1 })
  const waited = flat(small)
  expect(
    verdict({
      what: 'flat steps, Small',
      values: waited,
      holds: (steps) => steps > 80,
      expected: 'above 80',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'flat steps, Xavier',
      values: flat(xavier),
      holds: (steps) => steps < 10,
      expected: 'below 10',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'steps from the end of the flat part until the loss is below 2, Small',
      values: below(small, 2).map((step, seed) => step - waited[seed]!),
      holds: (steps) => steps <= 40,
      expected: 'at most 40',
      seeds,
    }),
  ).toBe('holds')
  const { gradient } = small.metrics
  const early = gradient[small.steps.indexOf(50)]!
  expect(
    verdict({
      what: 'growth of the gradient of layer 1 in the first 50 steps, Small',
      values: early.map((size, seed) => size / gradient[0]![seed]!),
      holds: (times) => times > 0.9 && times < 2,
      expected: 'between 0.9 and 2',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'growth of the gradient of layer 1 in the flat part, Small',
      values: waited.map((step, seed) => gradient[small.steps.indexOf(step)]![seed]! / gradient[0]![seed]!),
      holds: (times) => times > 10,
      expected: 'more than 10 times',
      seeds,
    }),
  ).toBe('holds')
})

it('the wait grows with depth, with smaller weights, and with a lower rate', async () => {
  const waited = async (config: NonNullable<Options['config']>, steps: number, measureEvery = 5) =>
    flat((await run({ config, variants: ['small'], steps, measureEvery })).small)
  const published = await waited({}, 300)
  const rows = [
    ['two layers more shallow', await waited({ depth: 3 }, 100), (ratio: number) => ratio < 0.5, 'below 0.5'],
    ['one layer more shallow', await waited({ depth: 4 }, 200), (ratio: number) => ratio < 0.7, 'below 0.7'],
    [
      'one layer deeper',
      await waited({ depth: 6, steps: 1000 }, 800),
      (ratio: number) => ratio > 2,
      'above 2',
    ],
    ['weights of 0.1', await waited({ weights: 0.1 }, 100), (ratio: number) => ratio < 0.3, 'below 0.3'],
    [
      'weights of 0.035',
      await waited({ weights: 0.035, steps: 1000 }, 1000),
      (ratio: number) => ratio > 2,
      'above 2',
    ],
    [
      'weights of 0.025',
      await waited({ weights: 0.025, steps: 3000 }, 2400, 20),
      (ratio: number) => ratio > 5 && ratio < 16,
      'between 5 and 16',
    ],
    [
      'half the rate',
      await waited({ learningRate: 0.025, steps: 1000 }, 800),
      (ratio: number) => ratio > 1.4 && ratio < 2.6,
      'between 1.4 and 2.6',
    ],
  ] as const
  for (const [what, values, holds, expected] of rows)
    expect(
      verdict({
        what: `flat steps over those of the published setting: ${what}`,
        values: values.map((steps, seed) => steps / published[seed]!),
        holds,
        expected,
      }),
    ).toBe('holds')
})

it('the loss of Small slows down a second time, below 1.8', async () => {
  const { small } = await run({ variants: ['small'], steps: 400 })
  const [moving, slow, on] = [flat(small), below(small, 1.8), below(small, 1.5)]
  // Loss per step from the end of the flat part to 1.8, over that from 1.8 to 1.5.
  const pace = moving.map((start, seed) => {
    const first = (flatLoss - 1.8) / (slow[seed]! - start)
    return first / (0.3 / (on[seed]! - slow[seed]!))
  })
  expect(
    verdict({
      what: 'pace of the first fall over that after it',
      values: pace,
      holds: (times) => times > 2,
      expected: 'above 2',
    }),
  ).toBe('holds')
})
