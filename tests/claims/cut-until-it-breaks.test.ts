/** What the chapter says of a trained network that is cut and not trained again, from whole runs. */
import { expect, it } from 'vitest'
import setup, { pointsPerCut, trainingSteps } from '../../src/widgets/cut-until-it-breaks/config.ts'
import experiment from '../../src/widgets/cut-until-it-breaks/train.ts'
import { cellsOf } from '../../src/widgets/cut-until-it-breaks/picture.ts'
import { runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

/** The step at which so many percent are cut. */
const at = (sparsity: number) => trainingSteps(400) + sparsity / pointsPerCut

const run = runExperiment(experiment, { measureEvery: 5 })
type Variant = keyof Awaited<typeof run>
type Metric = keyof Awaited<typeof run>[Variant]['metrics']

const valuesAt = async (variant: Variant, metric: Metric, sparsity: number): Promise<readonly number[]> => {
  const { metrics, steps } = (await run)[variant]
  return metrics[metric][steps.indexOf(at(sparsity))]!
}

const between = async (
  variant: Variant,
  sparsity: number,
  [low, high]: readonly [number, number],
): Promise<string> =>
  verdict({
    what: `test accuracy, ${setup.variants[variant].label}, ${sparsity}% cut`,
    values: await valuesAt(variant, 'testAccuracy', sparsity),
    holds: (share) => share >= low && share <= high,
    expected: `between ${low} and ${high}`,
  })

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)
const mean = (values: readonly number[]) => sum(values) / values.length

it('half of the weights: little is lost by magnitude and by saliency, much by chance, all if the smallest are kept', async () => {
  expect(await between('magnitude', 0, [0.86, 0.94])).toBe('holds')
  expect(await between('magnitude', 50, [0.8, 1])).toBe('holds')
  expect(await between('saliency', 50, [0.83, 1])).toBe('holds')
  expect(await between('random', 50, [0.3, 0.65])).toBe('holds')
  expect(await between('smallestKept', 50, [0, 0.2])).toBe('holds')
})

it('by magnitude 40% cost nothing, 70% several points, 90% half of the accuracy', async () => {
  const whole = await valuesAt('magnitude', 'testAccuracy', 0)
  for (const [sparsity, low, high] of [
    [40, -0.02, 0.03],
    [70, 0.02, 0.16],
    [90, 0.35, 0.7],
  ] as const)
    expect(
      verdict({
        what: `test accuracy lost by magnitude, ${sparsity}% cut`,
        values: minus(whole, await valuesAt('magnitude', 'testAccuracy', sparsity)),
        holds: (lost) => lost > low && lost < high,
        expected: `between ${low} and ${high}`,
      }),
    ).toBe('holds')
})

it('saliency is ahead of magnitude where four fifths and more are cut', async () => {
  for (const sparsity of [80, 90])
    expect(
      verdict({
        what: `test accuracy, saliency - magnitude, ${sparsity}% cut`,
        values: minus(
          await valuesAt('saliency', 'testAccuracy', sparsity),
          await valuesAt('magnitude', 'testAccuracy', sparsity),
        ),
        holds: (difference) => difference > 0.05,
        expected: 'above 0.05',
      }),
    ).toBe('holds')
})

it('the loss grows many times as much as the parabolas of single weights say', negative, async () => {
  for (const variant of ['magnitude', 'saliency'] as const) {
    const before = await valuesAt(variant, 'loss', 0)
    const [grown, said] = [
      minus(await valuesAt(variant, 'loss', 70), before),
      minus(await valuesAt(variant, 'predictedLoss', 70), before),
    ]
    const ratios = grown.map((growth, seed) => growth / said[seed]!)
    // "about sixteen times"
    expect(mean(ratios)).toBeGreaterThan(12)
    expect(mean(ratios)).toBeLessThan(20)
    expect(
      verdict({
        what: `growth of the training loss by what is predicted, ${variant}, 70% cut`,
        values: ratios,
        holds: (ratio) => ratio > 8,
        expected: 'above 8',
      }),
    ).toBe('holds')
  }
})

it('the parabolas have the four criteria in the right order all the same', async () => {
  const said = await Promise.all(
    (['saliency', 'magnitude', 'random', 'smallestKept'] as const).map((variant) =>
      valuesAt(variant, 'predictedLoss', 50),
    ),
  )
  for (let i = 1; i < said.length; i++)
    expect(
      verdict({
        what: `predicted loss with half cut, criterion ${i + 1} - criterion ${i}`,
        values: minus(said[i]!, said[i - 1]!),
        holds: (difference) => difference > 0,
        expected: 'above 0',
      }),
    ).toBe('holds')
})

it('one threshold for all layers leaves more than one for each, 80% cut by magnitude', async () => {
  const { magnitude } = await runExperiment(experiment, {
    config: { scope: 'layer' },
    variants: ['magnitude'],
    steps: at(80),
    measureEvery: at(80),
  })
  const ahead = minus(await valuesAt('magnitude', 'testAccuracy', 80), magnitude.metrics.testAccuracy.at(-1)!)
  expect(
    verdict({
      what: 'test accuracy by magnitude, 80% cut, one threshold - one for each layer',
      values: ahead,
      holds: (difference) => difference > 0.02,
      expected: 'above 0.02',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(mean(ahead)).toBeGreaterThan(0.03)
})

it('behind the corners of the image saliency keeps no weight, and magnitude about as many as elsewhere', async () => {
  const [side, corners] = [12, [0, 11, 132, 143]]
  for (const seed of [0, 1, 2, 3, 4]) {
    const runs = await runExperiment(experiment, {
      seeds: [seed],
      variants: ['magnitude', 'saliency'],
      steps: at(80),
      measureEvery: at(80),
    })
    const [magnitude, saliency] = [runs.magnitude, runs.saliency].map(({ view }) => {
      const cells = cellsOf(view.layers[0]!)
      const kept = cells.filter((cell, place) => cell > 0 && corners.includes(place % side ** 2)).length
      return kept / ((cells.length / side ** 2) * corners.length)
    })
    expect(magnitude, `seed ${seed}`).toBeGreaterThan(0.05)
    expect(saliency, `seed ${seed}`).toBeLessThan(0.02)
  }
})
