/** What the chapter says of weights that grow after the last mistake, and of the penalty that stops them, from whole runs. */
import { expect, it } from 'vitest'
import type { ConfigOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/growing-weights/config.ts'
import experiment from '../../src/widgets/growing-weights/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

const seeds = [0, 1, 2, 3, 4]
const every = 20

const run = (config: Partial<ConfigOf<typeof setup>> = {}) =>
  runExperiment(experiment, { config, measureEvery: every })
type Result = Awaited<ReturnType<typeof run>>

const at = ({ metrics }: Result['none'], metric: keyof Result['none']['metrics'], step: number) =>
  metrics[metric][step / every]!
const ratio = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value / b[seed]!)

function growsLikeTheLogarithm(none: Result['none']): void {
  expect(
    verdict({
      what: 'training accuracy after 200 steps',
      values: at(none, 'trainingAccuracy', 200),
      holds: (share) => share === 1,
      expected: 'all',
    }),
  ).toBe('holds')
  const gained = (from: number, to: number) =>
    at(none, 'norm', to).map((norm, seed) => norm - at(none, 'norm', from)[seed]!)
  expect(
    verdict({
      what: 'norm gained from step 1000 to 2000 / from 500 to 1000',
      values: ratio(gained(1000, 2000), gained(500, 1000)),
      holds: (share) => share > 0.85 && share < 1.15,
      expected: 'between 0.85 and 1.15',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'pull of the loss, step 2000 / 1000',
      values: ratio(at(none, 'lossPull', 2000), at(none, 'lossPull', 1000)),
      holds: (share) => share > 0.4 && share < 0.6,
      expected: 'between 0.4 and 0.6',
    }),
  ).toBe('holds')
}

it('each tenfold of steps adds nearly as much to the norm as the one before, and less', async () => {
  const { none } = await run()
  const [early, middle, late] = [20, 200, 2000].map((step) => at(none, 'norm', step)) as [
    number[],
    number[],
    number[],
  ]
  expect(
    verdict({
      what: 'norm gained from step 200 to 2000 / from 20 to 200',
      values: ratio(
        late.map((norm, seed) => norm - middle[seed]!),
        middle.map((norm, seed) => norm - early[seed]!),
      ),
      holds: (share) => share > 0.7 && share < 0.95,
      expected: 'between 0.7 and 0.95',
    }),
  ).toBe('holds')
})

it('after the last mistake the norm grows by as much in twice the steps; with L2 it shrinks to where the pulls are equal', async () => {
  const { none, l2 } = await run()
  growsLikeTheLogarithm(none)
  expect(
    verdict({
      what: 'norm, no penalty, step 2000 - 100',
      values: at(none, 'norm', 2000).map((norm, seed) => norm - at(none, 'norm', 100)[seed]!),
      holds: (grown) => grown > 0.5,
      expected: 'above 0.5',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'norm, L2 / no penalty, step 2000',
      values: ratio(at(l2, 'norm', 2000), at(none, 'norm', 2000)),
      holds: (share) => share < 0.6,
      expected: 'below 0.6',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'L2, step 2000, pull of the loss / pull of the penalty',
      values: ratio(at(l2, 'lossPull', 2000), at(l2, 'penaltyPull', 2000)),
      holds: (share) => share > 0.95 && share < 1.02,
      expected: 'between 0.95 and 1.02',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'training loss, L2 / no penalty, step 2000',
      values: ratio(at(l2, 'loss', 2000), at(none, 'loss', 2000)),
      holds: (times) => times > 20,
      expected: 'above 20',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'training accuracy, L2, step 2000',
      values: at(l2, 'trainingAccuracy', 2000),
      holds: (share) => share === 1,
      expected: 'all',
    }),
  ).toBe('holds')
})

it('both pull from the first steps on: within 50 steps the norm with L2 is below that without', async () => {
  const { none, l2 } = await runExperiment(experiment, { steps: 50, measureEvery: 10 })
  expect(
    verdict({
      what: 'norm, L2 - no penalty, step 50',
      values: seeds.map((seed) => l2.metrics.norm.at(-1)![seed]! - none.metrics.norm.at(-1)![seed]!),
      holds: (difference) => difference < -0.3,
      expected: 'below -0.3',
    }),
  ).toBe('holds')
})

it('so does one layer of weights, for which it is a theorem', async () => {
  const { none, l2 } = await run({ network: 'linear' })
  growsLikeTheLogarithm(none)
  expect(
    verdict({
      what: 'linear, L2, step 2000, pull of the loss / pull of the penalty',
      values: ratio(at(l2, 'lossPull', 2000), at(l2, 'penaltyPull', 2000)),
      holds: (share) => share > 0.95 && share < 1.02,
      expected: 'between 0.95 and 1.02',
    }),
  ).toBe('holds')
})
