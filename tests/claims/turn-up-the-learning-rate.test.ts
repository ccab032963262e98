/** What the chapter says of batch norm and the learning rate, from whole runs. */
import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import { ceiling } from '../../src/widgets/turn-up-the-learning-rate/config.ts'
import type setup from '../../src/widgets/turn-up-the-learning-rate/config.ts'
import { rates } from '../../src/widgets/turn-up-the-learning-rate/rates.ts'
import experiment from '../../src/widgets/turn-up-the-learning-rate/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

const measured = new Map<string, ReturnType<typeof measure>>()
const measure = async (variant: VariantOf<typeof setup>) =>
  (await runExperiment(experiment, { variants: [variant], measureEvery: 400 }))[variant].metrics
/** The metrics of a whole run as published, once for all tests. */
const metricsOf = (variant: VariantOf<typeof setup>) => {
  const known = measured.get(variant) ?? measure(variant)
  measured.set(variant, known)
  return known
}

it('learning rate 2: the network without normalization leaves the axis, batch norm learns', async () => {
  const [none, batch, layer] = [await metricsOf('none'), await metricsOf('batch'), await metricsOf('layer')]
  expect(
    verdict({
      what: 'loss at 2, none',
      values: final(none.loss2),
      holds: (loss) => loss >= ceiling,
      expected: `at least ${ceiling}`,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy at 2, none',
      values: final(none.testAccuracy2),
      holds: (share) => share < 0.2,
      expected: 'below 0.2',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy at 2, batch norm',
      values: final(batch.testAccuracy2),
      holds: (share) => share > 0.8,
      expected: 'above 0.8',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy at 2, layer norm',
      values: final(layer.testAccuracy2),
      holds: (share) => share < 0.8,
      expected: 'below 0.8',
    }),
  ).toBe('holds')
})

it.each([
  [0.02, 0.2],
  [0.06, 0.04],
  [0.2, 0.02],
] as const)('learning rate %s: batch norm has the larger training loss', async (rate, least) => {
  const [none, batch] = [await metricsOf('none'), await metricsOf('batch')]
  const losses = final(none[`loss${rate}`])
  expect(
    verdict({
      what: `loss at ${rate}, batch norm - none`,
      values: final(batch[`loss${rate}`]).map((loss, seed) => loss - losses[seed]!),
      holds: (difference) => difference > least,
      expected: `above ${least}`,
    }),
  ).toBe('holds')
})

it('learning rate 0.6: batch norm has the smaller training loss', async () => {
  const [none, batch] = [await metricsOf('none'), await metricsOf('batch')]
  const losses = final(none['loss0.6'])
  expect(
    verdict({
      what: 'loss at 0.6, none - batch norm',
      values: final(batch['loss0.6']).map((loss, seed) => losses[seed]! - loss),
      holds: (difference) => difference > 0.02,
      expected: 'above 0.02',
    }),
  ).toBe('holds')
})

it('each at its best rate: the network without normalization has the smaller training loss, batch norm reads more test images', async () => {
  const [none, batch] = [await metricsOf('none'), await metricsOf('batch')]
  const seeds = final(none['loss0.2']).map((_, seed) => seed)
  const least = (metrics: typeof none, seed: number) =>
    Math.min(...rates.map((rate) => final(metrics[`loss${rate}`])[seed]!))
  expect(
    verdict({
      what: 'least loss of batch norm - loss of none at 0.2',
      values: seeds.map((seed) => least(batch, seed) - final(none['loss0.2'])[seed]!),
      holds: (difference) => difference > 0,
      expected: 'above 0',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy, batch norm at 0.6 - none at 0.2',
      values: seeds.map(
        (seed) => final(batch['testAccuracy0.6'])[seed]! - final(none['testAccuracy0.2'])[seed]!,
      ),
      holds: (difference) => difference > 0,
      expected: 'above 0',
      atLeast: 4,
    }),
  ).toBe('holds')
  const bestRate = (metrics: typeof none) => {
    const totals = rates.map((rate) => sum(final(metrics[`loss${rate}`])))
    return rates[totals.indexOf(Math.min(...totals))]
  }
  expect(bestRate(none)).toBe(0.2)
  expect(bestRate(batch)).toBe(0.6)
})

it.each<[string, Partial<ConfigOf<typeof setup>>, boolean]>([
  ['three times as long', { steps: 1200 }, true],
  ['momentum', { optimizer: 'momentum' }, false],
])(
  'learning rate 0.02, %s: batch norm is below 0.15; whether none keeps its lead',
  async (what, config, leads) => {
    const { none, batch } = await runExperiment(experiment, {
      config,
      variants: ['none', 'batch'],
      measureEvery: config.steps ?? 400,
    })
    const losses = final(none.metrics['loss0.02'])
    expect(
      verdict({
        what: `loss at 0.02, batch norm, ${what}`,
        values: final(batch.metrics['loss0.02']),
        holds: (loss) => loss < 0.15,
        expected: 'below 0.15',
      }),
    ).toBe('holds')
    expect(
      verdict({
        what: `loss at 0.02, batch norm - none, ${what}`,
        values: final(batch.metrics['loss0.02']).map((loss, seed) => loss - losses[seed]!),
        holds: (difference) => difference > 0 === leads,
        expected: leads ? 'above 0' : 'not above 0',
        atLeast: 4,
      }),
    ).toBe('holds')
  },
)
