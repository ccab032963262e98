/** What the chapter says of depth and the size of starting weights, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/thirty-layers/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

const guess = Math.log(10)

const ends = async (variant: 'he' | 'xavier' | 'small', depth: number) => {
  const result = await runExperiment(experiment, {
    config: { depth },
    variants: [variant],
    measureEvery: 600,
  })
  const { loss, testAccuracy } = result[variant].metrics
  return { loss: loss.at(-1)!, accuracy: testAccuracy.at(-1)! }
}

it('thirty layers: He weights learn, Xavier and small ones stay at a guess', async () => {
  const he = await ends('he', 30)
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
    const { loss } = await ends(variant, 30)
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
    const { accuracy } = await ends(variant, 10)
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
  const [he, xavier] = [await ends('he', 22), await ends('xavier', 22)]
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
