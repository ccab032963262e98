import { expect, it } from 'vitest'
import { digits } from '../../src/nn/datasets/digits.ts'
import { random } from '../../src/nn/random.ts'
import experiment from '../../src/widgets/kill-a-relu/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

it('C11: a high learning rate kills ReLUs, a quarter of it does not; Leaky ReLU diverges instead', async () => {
  const { reluLow, reluHigh, leakyHigh } = await runExperiment(experiment)
  /** NaN for a seed whose loss is no longer a number. */
  const dead = ({ metrics }: typeof reluLow) =>
    final(metrics.deadShare).map((share, seed) => (Number.isFinite(final(metrics.loss)[seed]) ? share : NaN))
  expect(
    verdict({
      what: 'C11 dead units, ReLU at rate 0.5',
      values: dead(reluLow),
      holds: (share) => share < 0.02,
      expected: 'below 0.02',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'C11 dead units, ReLU at rate 2',
      values: dead(reluHigh),
      holds: (share) => share > 0.15,
      expected: 'above 0.15',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'C11 test accuracy, ReLU at rate 2',
      values: final(reluHigh.metrics.testAccuracy),
      holds: (accuracy) => accuracy <= 0.4,
      expected: 'at most 0.4',
    }),
  ).toBe('holds')
  // "In the other four".
  expect(dead(reluHigh).filter(Number.isFinite)).toHaveLength(4)
  expect(
    verdict({
      what: 'C11 test accuracy, ReLU at rate 0.5',
      values: final(reluLow.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.9,
      expected: 'above 0.9',
    }),
  ).toBe('holds')
  const diverged = final(leakyHigh.metrics.loss).filter((loss) => !Number.isFinite(loss)).length
  console.log(`C11 Leaky ReLU at rate 2: ${diverged} of 5 diverged`)
  expect(diverged).toBe(5)
})

it('Leaky ReLU at rate 2 overflows within ten steps', async () => {
  const { leakyHigh } = await runExperiment(experiment, {
    variants: ['leakyHigh'],
    steps: 15,
    measureEvery: 1,
  })
  const { steps, metrics } = leakyHigh
  const overflow = [0, 1, 2, 3, 4].map(
    (seed) => steps[metrics.loss.findIndex((losses) => !Number.isFinite(losses[seed]))] ?? Infinity,
  )
  expect(
    verdict({
      what: 'first step without a loss, Leaky ReLU at rate 2',
      values: overflow,
      holds: (step) => step <= 10,
      expected: 'by step 10',
      atLeast: 4,
    }),
  ).toBe('holds')
})

it('the first layer stays alive, of the second nearly every unit is never on; a unit may wake up', async () => {
  const layers: number[][] = []
  /** One seed diverges. */
  const seeds: number[] = []
  let falls = 0
  // The view is of the first seed, so each seed comes first once.
  for (const seed of [0, 1, 2, 3, 4]) {
    const { reluHigh } = await runExperiment(experiment, { variants: ['reluHigh'], seeds: [seed] })
    if (!Number.isFinite(final(reluHigh.metrics.loss)[0])) continue
    seeds.push(seed)
    layers.push(
      reluHigh.view.activity.map(
        ({ values }) => values.filter((share) => share === 0).length / values.length,
      ),
    )
    const shares = reluHigh.metrics.deadShare.map(([share]) => share!)
    falls += shares.filter((share, i) => i > 0 && share < shares[i - 1]!).length
  }
  console.log(
    `the share of dead units fell ${falls} times between two measurements, over ${layers.length} seeds`,
  )
  expect(falls).toBeGreaterThan(0)
  const claims = [
    { layer: 0, holds: (share: number) => share < 0.1, expected: 'below 0.1' },
    { layer: 1, holds: (share: number) => share > 0.8, expected: 'above 0.8' },
  ]
  for (const { layer, holds, expected } of claims) {
    const values = layers.map((shares) => shares[layer]!)
    expect(
      verdict({ what: `dead units of layer ${layer + 1}, ReLU at rate 2`, values, holds, expected, seeds }),
    ).toBe('holds')
  }
})

it('at rate 1 some units die and the accuracy stays', async () => {
  const { reluLow, reluHigh } = await runExperiment(experiment, {
    config: { highRate: 1 },
    variants: ['reluLow', 'reluHigh'],
  })
  const dead = final(reluHigh.metrics.deadShare)
  expect(
    verdict({
      what: 'dead units, ReLU at rate 1',
      values: dead,
      holds: (share) => share > 0 && share < 0.3,
      expected: 'some, and less than 0.3',
      atLeast: 4,
    }),
  ).toBe('holds')
  const values = final(reluHigh.metrics.testAccuracy)
  const low = final(reluLow.metrics.testAccuracy)
  console.log(`test accuracy, ReLU at rate 0.5: ${summary(low)}`)
  const difference = values.reduce((sum, value, seed) => sum + value - low[seed]!, 0) / values.length
  expect(Math.abs(difference)).toBeLessThan(0.02)
})

it('at step 0 no unit is dead, and the inputs have both signs', async () => {
  const start = await runExperiment(experiment, { steps: 0 })
  for (const { metrics } of Object.values(start)) expect(final(metrics.deadShare)).toEqual([0, 0, 0, 0, 0])
  const { train } = digits(random(0).split('data'), { train: 2000, test: 500, size: 12 })
  const negative = train.x.filter((pixel) => pixel < 0).length / train.x.length
  console.log(`pixels below 0: ${negative.toFixed(3)}`)
  expect(negative).toBeGreaterThan(0.2)
  expect(negative).toBeLessThan(0.8)
  expect(Math.abs(train.x.reduce((sum, pixel) => sum + pixel, 0) / train.x.length)).toBeLessThan(1e-3)
})
