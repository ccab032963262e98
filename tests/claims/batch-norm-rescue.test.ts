/** What the chapter says of six layers of sigmoids with and without normalization, from whole runs. */
import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/batch-norm-rescue/config.ts'
import experiment from '../../src/widgets/batch-norm-rescue/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>

async function accuracy(variant: Variant, config: Partial<ConfigOf<typeof setup>> = {}) {
  const result = await runExperiment(experiment, { config, variants: [variant], measureEvery: 400 })
  return result[variant].metrics.testAccuracy.at(-1)!
}

it('batch norm learns where the network without normalization does not', async () => {
  for (const variant of ['none', 'weight'] as const)
    expect(
      verdict({
        what: `test accuracy, ${variant}`,
        values: await accuracy(variant),
        holds: (share) => share < 0.15,
        expected: 'below 0.15',
      }),
    ).toBe('holds')
  const batch = await accuracy('batch')
  expect(
    verdict({
      what: 'test accuracy, batch norm',
      values: batch,
      holds: (share) => share > 0.8,
      expected: 'above 0.8',
    }),
  ).toBe('holds')
  const layer = await accuracy('layer')
  expect(
    verdict({
      what: 'test accuracy, layer norm',
      values: layer,
      holds: (share) => share > 0.5,
      expected: 'above 0.5',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy, batch norm - layer norm',
      values: batch.map((share, seed) => share - layer[seed]!),
      holds: (difference) => difference > 0.04,
      expected: 'above 0.04',
    }),
  ).toBe('holds')
})

it.each([0.05, 2, 5, 7, 10, 20])(
  'without normalization it does not learn at learning rate %s either',
  async (learningRate) => {
    expect(
      verdict({
        what: `test accuracy, none, learning rate ${learningRate}`,
        values: await accuracy('none', { learningRate }),
        holds: (share) => share < 0.5,
        expected: 'below 0.5',
      }),
    ).toBe('holds')
  },
)

it('starting weights fitted to the first batch rescue it without any normalization', async () => {
  for (const variant of ['none', 'weight'] as const)
    expect(
      verdict({
        what: `test accuracy, ${variant}, fitted to the first batch`,
        values: await accuracy(variant, { start: 'data' }),
        holds: (share) => share > 0.8,
        expected: 'above 0.8',
      }),
    ).toBe('holds')
})

it('batch norm is above one half before layer norm', async () => {
  const { batch, layer } = await runExperiment(experiment, { variants: ['batch', 'layer'] })
  const first = ({ metrics: { testAccuracy }, steps }: typeof batch, seed: number) =>
    steps[testAccuracy.findIndex((shares) => shares[seed]! > 0.5)] ?? Infinity
  const seeds = batch.metrics.testAccuracy[0]!.map((_, seed) => seed)
  expect(
    verdict({
      what: 'step above one half, layer norm / batch norm',
      values: seeds.map((seed) => first(layer, seed) / first(batch, seed)),
      holds: (ratio) => ratio > 2,
      expected: 'above 2',
    }),
  ).toBe('holds')
})

it(
  'fitted to the first batch the network without normalization is no worse than batch norm',
  negative,
  async () => {
    const ends = async (variant: Variant, config: Partial<ConfigOf<typeof setup>> = {}) => {
      const result = await runExperiment(experiment, { config, variants: [variant], measureEvery: 400 })
      const { testAccuracy, loss } = result[variant].metrics
      return { accuracy: testAccuracy.at(-1)!, loss: loss.at(-1)! }
    }
    const [fitted, batch] = [await ends('none', { start: 'data' }), await ends('batch')]
    expect(
      verdict({
        what: 'test accuracy, none fitted to the first batch - batch norm',
        values: fitted.accuracy.map((share, seed) => share - batch.accuracy[seed]!),
        holds: (ahead) => ahead > -0.01,
        expected: 'above -0.01',
      }),
    ).toBe('holds')
    expect(
      verdict({
        what: 'training loss, none fitted to the first batch - batch norm',
        values: fitted.loss.map((loss, seed) => loss - batch.loss[seed]!),
        holds: (difference) => difference < 0,
        expected: 'below 0',
      }),
    ).toBe('holds')
  },
)

it.each(['none', 'batch', 'layer', 'weight'] as const)(
  'with three layers of weights %s learns',
  async (variant) => {
    expect(
      verdict({
        what: `test accuracy, ${variant}, three layers of weights`,
        values: await accuracy(variant, { depth: 3 }),
        holds: (share) => share > 0.8,
        expected: 'above 0.8',
      }),
    ).toBe('holds')
  },
)

/** Of what enters the last sigmoids: the spread of a unit over the images, as a share of the spread of an image over the units. */
async function imagesOverUnits(variant: Variant, steps: number): Promise<number> {
  const result = await runExperiment(experiment, { variants: [variant], seeds: [0], steps })
  const { values, rows, columns } = result[variant].view.lastLayer
  const varianceOf = (numbers: readonly number[]) => {
    const mean = sum(numbers) / numbers.length
    return sum(numbers.map((each) => (each - mean) ** 2)) / numbers.length
  }
  const at = (unit: number, image: number) => values[unit * columns + image]!
  const [units, images] = [rows, columns].map((count) => Array.from({ length: count }, (_, i) => i))
  const overImages = sum(units!.map((unit) => varianceOf(images!.map((image) => at(unit, image))))) / rows
  const overUnits = sum(images!.map((image) => varianceOf(units!.map((unit) => at(unit, image))))) / columns
  const ratio = Math.sqrt(overImages / overUnits)
  console.log(`spread over images / spread over units, ${variant}, step ${steps}: ${ratio.toPrecision(3)}`)
  return ratio
}

it('without normalization a unit of the last hidden layer says the same of all images at the end', async () => {
  expect(await imagesOverUnits('none', 400)).toBeLessThan(0.05)
})

it('at the start the images differ little under layer norm, under batch norm as much as the units', async () => {
  expect(await imagesOverUnits('layer', 1)).toBeLessThan(0.2)
  expect(await imagesOverUnits('batch', 1)).toBeGreaterThan(0.5)
})
