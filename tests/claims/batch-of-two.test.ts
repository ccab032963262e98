/** What the chapter says of batch normalization and small batches, from whole runs. */
import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/batch-of-two/config.ts'
import experiment from '../../src/widgets/batch-of-two/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

const ends = async (
  variant: VariantOf<typeof setup>,
  batchSize: ConfigOf<typeof setup>['batchSize'],
  config: Partial<ConfigOf<typeof setup>> = {},
) => {
  const result = await runExperiment(experiment, {
    config: { ...config, batchSize },
    variants: [variant],
    measureEvery: 800,
  })
  const { testAccuracy, trainingMode } = result[variant].metrics
  return { inference: testAccuracy.at(-1)!, training: trainingMode.at(-1)! }
}
const minus = (left: readonly number[], right: readonly number[]) => left.map((value, i) => value - right[i]!)

it('batches of two: layer norm is far ahead of batch norm, whose training mode is no better', async () => {
  const [batch, layer] = [await ends('batch', '2'), await ends('layer', '2')]
  expect(
    verdict({
      what: 'test accuracy, layer norm - batch norm',
      values: minus(layer.inference, batch.inference),
      holds: (ahead) => ahead > 0.3,
      expected: 'above 0.3',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'batch norm, accuracy of inference - training mode',
      values: minus(batch.inference, batch.training),
      holds: (ahead) => ahead > 0,
      expected: 'above 0',
    }),
  ).toBe('holds')
})

it('batches of two: none, layer norm and group norm get most test images right', async () => {
  for (const variant of ['none', 'layer', 'group'] as const)
    expect(
      verdict({
        what: `test accuracy, ${variant}`,
        values: (await ends(variant, '2')).inference,
        holds: (accuracy) => accuracy > 0.7,
        expected: 'above 0.7',
      }),
    ).toBe('holds')
})

it(
  'batches of two: a longer memory of the running statistics does not help batch norm',
  negative,
  async () => {
    expect(
      verdict({
        what: 'test accuracy, batch norm, momentum 0.99',
        values: (await ends('batch', '2', { momentum: 0.99 })).inference,
        holds: (accuracy) => accuracy < 0.5,
        expected: 'below 0.5',
      }),
    ).toBe('holds')
  },
)

/** At the rate of the figure one seed of five is 4.6 points apart, at 0.1 none is further than 4: both are asked. */
it.each([
  [0.02, 4],
  [0.1, 5],
])('batches of 32, learning rate %s: batch norm and layer norm are close', async (learningRate, atLeast) => {
  const [batch, layer] = [
    await ends('batch', '32', { learningRate }),
    await ends('layer', '32', { learningRate }),
  ]
  expect(
    verdict({
      what: `test accuracy, batch norm - layer norm, batches of 32, learning rate ${learningRate}`,
      values: minus(batch.inference, layer.inference),
      holds: (difference) => Math.abs(difference) < 0.04,
      expected: 'within 0.04 of 0',
      atLeast,
    }),
  ).toBe('holds')
})

it('eight images to a batch suffice for batch norm to read 80%, four do not', async () => {
  expect(
    verdict({
      what: 'test accuracy, batch norm, batches of eight',
      values: (await ends('batch', '8')).inference,
      holds: (accuracy) => accuracy > 0.8,
      expected: 'above 0.8',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test accuracy, batch norm, batches of four',
      values: (await ends('batch', '4')).inference,
      holds: (accuracy) => accuracy > 0.5 && accuracy < 0.8,
      expected: 'from 0.5 to 0.8',
    }),
  ).toBe('holds')
})
