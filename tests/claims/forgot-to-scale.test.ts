/** What the chapter says of a network whose weights are not scaled when all units are back, from whole runs. */
import { expect, it } from 'vitest'
import type { ConfigOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/forgot-to-scale/config.ts'
import experiment from '../../src/widgets/forgot-to-scale/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

const run = (config: Partial<ConfigOf<typeof setup>> = {}) =>
  runExperiment(experiment, { config, measureEvery: 100 })

it('not scaling costs a ReLU network its calibration, and hardly an answer', async () => {
  const { unscaled, scaled, inverted } = await run()
  const end = (of: typeof scaled, metric: keyof typeof scaled.metrics) => of.metrics[metric].at(-1)!
  const [without, loss] = [end(unscaled, 'testLoss'), end(scaled, 'testLoss')]
  expect(
    verdict({
      what: 'test loss, not scaled / scaled',
      values: without.map((value, seed) => value / loss[seed]!),
      holds: (ratio) => ratio > 1.8,
      expected: 'above 1.8',
    }),
  ).toBe('holds')
  const twin = end(inverted, 'testLoss')
  expect(
    verdict({
      what: 'test loss, not scaled / inverted',
      values: without.map((value, seed) => value / twin[seed]!),
      holds: (ratio) => ratio > 1.7,
      expected: 'above 1.7',
    }),
  ).toBe('holds')
  const accuracy = end(scaled, 'testAccuracy')
  expect(
    verdict({
      what: 'test accuracy, not scaled - scaled',
      values: end(unscaled, 'testAccuracy').map((share, seed) => share - accuracy[seed]!),
      holds: (difference) => Math.abs(difference) < 0.02,
      expected: 'between -0.02 and 0.02',
    }),
  ).toBe('holds')
  const doubt = (of: typeof scaled) =>
    end(of, 'confidence').map((sure, seed) => sure - end(of, 'testAccuracy')[seed]!)
  expect(
    verdict({
      what: 'mean confidence - test accuracy, not scaled',
      values: doubt(unscaled),
      holds: (gap) => gap > 0.1,
      expected: 'above 0.1',
    }),
  ).toBe('holds')
  for (const [name, of] of Object.entries({ scaled, inverted }))
    expect(
      verdict({
        what: `mean confidence - test accuracy, ${name}`,
        values: doubt(of),
        holds: (gap) => gap < 0.06 && gap > -0.16,
        expected: 'between -0.16 and 0.06',
      }),
    ).toBe('holds')
  expect(
    verdict({
      what: 'mean confidence, inverted - scaled',
      values: end(inverted, 'confidence').map((sure, seed) => sure - end(scaled, 'confidence')[seed]!),
      holds: (difference) => difference < -0.02,
      expected: 'below -0.02',
    }),
  ).toBe('holds')
  // That the scaled network is as sure as it is right belongs to the end of this run.
  const { confidence, testAccuracy } = scaled.metrics
  expect(
    verdict({
      what: 'mean confidence - test accuracy at step 200, scaled',
      values: confidence[2]!.map((sure, seed) => sure - testAccuracy[2]![seed]!),
      holds: (gap) => gap < -0.1,
      expected: 'below -0.1',
    }),
  ).toBe('holds')
  // At first all are unsure, with noise in their labels and in their layers: larger logits then help.
  expect(
    verdict({
      what: 'test loss at step 100, not scaled - scaled',
      values: unscaled.metrics.testLoss[1]!.map((value, seed) => value - scaled.metrics.testLoss[1]![seed]!),
      holds: (difference) => difference < -0.1,
      expected: 'below -0.1',
    }),
  ).toBe('holds')
})

it('with sigmoid not scaling does no harm to the test loss', negative, async () => {
  const { unscaled, scaled } = await runExperiment(experiment, {
    config: { activation: 'sigmoid' },
    variants: ['unscaled', 'scaled'],
    measureEvery: 600,
  })
  const [without, loss] = [unscaled, scaled].map((of) => of.metrics.testLoss.at(-1)!)
  expect(
    verdict({
      what: 'test loss with sigmoid, not scaled - scaled',
      values: without!.map((value, seed) => value - loss![seed]!),
      holds: (difference) => difference < 0.06,
      expected: 'below 0.06',
    }),
  ).toBe('holds')
})
