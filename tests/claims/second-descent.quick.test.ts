import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/second-descent/config.ts'
import { added } from '../../src/widgets/second-descent/config.ts'
import experiment from '../../src/widgets/second-descent/train.ts'
import { median, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>
type Config = Partial<ConfigOf<typeof setup>>

/** Those of the figure. */
const shown = Array.from({ length: 10 }, (_, seed) => seed)

const known = new Map<string, Promise<number[][]>>()

/** Test errors of each seed, a list of seeds for each number of features: 0, 2, 4, ... Once for all tests. */
function errors(variant: Variant, config: Config = {}): Promise<number[][]> {
  const key = JSON.stringify([variant, config])
  const measured =
    known.get(key) ??
    runExperiment(experiment, { variants: [variant], config, seeds: shown }).then(
      (result) => result[variant].metrics.testError,
    )
  known.set(key, measured)
  return measured
}

const at = (measured: readonly number[][], features: number) => measured[features / added]!
const medians = (measured: readonly number[][]) => measured.map(median)
const peak = (values: readonly number[]) => added * values.indexOf(Math.max(...values))
const ofSeed = (measured: readonly number[][], seed: number) => measured.map((values) => values[seed]!)

it('C31, as shown: the test error peaks at 40 features of 40 points, and ends below all errors before the peak', async () => {
  const none = await errors('none')
  expect(
    verdict({
      what: 'C31 features at the greatest test error, 40 points',
      values: shown.map((seed) => peak(ofSeed(none, seed))),
      holds: (features) => features >= 36 && features <= 44,
      expected: 'from 36 to 44',
      atLeast: 9,
    }),
  ).toBe('holds')
  const middle = medians(none)
  expect(peak(middle)).toBe(40)
  expect(middle[40 / added]).toBeGreaterThan(8 * middle[20 / added]!)
  expect(
    verdict({
      what: 'C31 test error with 200 features over that with 20',
      values: at(none, 200).map((error, seed) => error / at(none, 20)[seed]!),
      holds: (ratio) => ratio < 0.8,
      expected: 'below 0.8',
      atLeast: 9,
    }),
  ).toBe('holds')
  expect(middle.at(-1)).toBeLessThan(0.7 * Math.min(...middle.slice(0, 40 / added)))
})

it('a penalty takes the peak away: no error above that of no features, and at 40 features a small share', async () => {
  const [none, penalty] = [await errors('none'), await errors('penalty')]
  const middle = medians(penalty)
  expect(peak(middle)).toBe(0)
  expect(
    verdict({
      what: 'test error with 40 features, penalty 0.01 over none',
      values: at(penalty, 40).map((error, seed) => error / at(none, 40)[seed]!),
      holds: (ratio) => ratio < 0.2,
      expected: 'below 0.2',
      atLeast: 9,
    }),
  ).toBe('holds')
  // No bump: from 10 features on the median never grows by more than a fifth above what it has been.
  middle
    .slice(5)
    .forEach((error, k) => expect(error).toBeLessThan(1.2 * Math.min(...middle.slice(0, 5 + k + 1))))
})

it('a tiny penalty of 10⁻⁴ lowers the peak and does not remove it', async () => {
  const middle = medians(await errors('penalty', { penalty: 1e-4 }))
  const top = Math.max(...middle.slice(15))
  expect(top).toBeGreaterThan(1.2)
  expect(top).toBeLessThan(median(at(await errors('none'), 40)) / 2)
})

it('the peak is where features are as many as points, also for 80 of them', async () => {
  expect(Math.abs(peak(medians(await errors('none', { points: 80 }))) - 80)).toBeLessThanOrEqual(4)
})

it('with 80 points a penalty takes that peak away too', async () => {
  const [none, penalty] = [await errors('none', { points: 80 }), await errors('penalty', { points: 80 })]
  expect(peak(medians(penalty))).toBe(0)
  expect(
    verdict({
      what: 'test error with 80 features and 80 points, penalty 0.01 over none',
      values: at(penalty, 80).map((error, seed) => error / at(none, 80)[seed]!),
      holds: (ratio) => ratio < 0.1,
      expected: 'below 0.1',
    }),
  ).toBe('holds')
  // With 40 points and as many features it is small; with 80 points it is many times as much.
  expect(median(at(none, 80))).toBeGreaterThan(10 * median(at(await errors('none'), 80)))
})

it('the peak needs no noise', negative, async () => {
  const middle = medians(await errors('none', { noise: 0 }))
  expect(Math.abs(peak(middle) - 40)).toBeLessThanOrEqual(4)
  expect(Math.max(...middle)).toBeGreaterThan(3 * middle[20 / added]!)
})
