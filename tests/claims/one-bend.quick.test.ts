import { expect, it } from 'vitest'
import experiment from '../../src/widgets/one-bend/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

it('without a bend the spirals stay unsolved; tanh and ReLU solve them, from the same weights', async () => {
  const { linear, tanh, relu } = await runExperiment(experiment)
  expect(
    verdict({
      what: 'test accuracy on two spirals, linear',
      values: final(linear.metrics.accuracy),
      holds: (accuracy) => accuracy < 0.65,
      expected: 'below 0.65',
    }),
  ).toBe('holds')
  for (const [name, { metrics }] of Object.entries({ tanh, relu })) {
    expect(
      verdict({
        what: `test accuracy on two spirals, ${name}`,
        values: final(metrics.accuracy),
        holds: (accuracy) => accuracy > 0.95,
        expected: 'above 0.95',
      }),
    ).toBe('holds')
  }
})

it('where a line is enough, the linear network is as good', async () => {
  const { linear } = await runExperiment(experiment, {
    config: { data: 'blobs' },
    variants: ['linear'],
    steps: 80,
  })
  expect(
    verdict({
      what: 'test accuracy on two blobs, linear',
      values: final(linear.metrics.accuracy),
      holds: (accuracy) => accuracy > 0.99,
      expected: 'above 0.99',
    }),
  ).toBe('holds')
})
