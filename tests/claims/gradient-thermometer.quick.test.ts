import { expect, it } from 'vitest'
import type { VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/gradient-thermometer/config.ts'
import experiment from '../../src/widgets/gradient-thermometer/train.ts'
import { runExperiment, summary } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

type Metric = 'weightGradient' | 'delta'

/** For each seed a metric at layer 1 divided by the same at layer 10. */
async function ratios(variant: VariantOf<typeof setup>, metric: Metric, config = {}) {
  const result = (await runExperiment(experiment, { variants: [variant], config }))[variant]
  const measured = result.metrics[metric]
  return measured.at(-1)!.map((value, seed) => value / measured[0]![seed]!)
}

it('C07: the gradient of sigmoid layers vanishes, that of ReLU layers with He weights does not', async () => {
  const sigmoid = await ratios('sigmoid', 'weightGradient')
  expect(
    verdict({
      what: 'C07 weight gradient, layer 1 / layer 10, sigmoid + Xavier',
      values: sigmoid,
      holds: (ratio) => ratio < 1e-4,
      expected: 'below 1e-4',
    }),
  ).toBe('holds')
  const relu = await ratios('relu', 'weightGradient')
  expect(
    verdict({
      what: 'C07 weight gradient, layer 1 / layer 10, ReLU + He',
      values: relu,
      holds: (ratio) => ratio >= 0.3 && ratio <= 3,
      expected: 'within 0.3 to 3',
    }),
  ).toBe('holds')
})

it('C08: tanh with N(0, 1) weights explodes, it does not vanish', async () => {
  const values = await ratios('tanhNormal', 'weightGradient')
  expect(
    verdict({
      what: 'C08 weight gradient, layer 1 / layer 10, tanh + N(0, 1)',
      values,
      holds: (ratio) => ratio > 100,
      expected: 'above 100',
    }),
  ).toBe('holds')
})

it('the signal: half the bound for sigmoid, to 0.29 for tanh while its weight gradient stays level', async () => {
  const sigmoid = await ratios('sigmoid', 'delta')
  expect(
    verdict({
      what: 'delta, layer 1 / layer 10, of the bound 0.25^9, sigmoid',
      values: sigmoid.map((ratio) => ratio / 0.25 ** 9),
      holds: (share) => share > 0.4 && share < 0.7,
      expected: 'between 0.4 and 0.7',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'weight gradient, layer 1 / layer 10, tanh + Xavier',
      values: await ratios('tanh', 'weightGradient'),
      holds: (ratio) => ratio > 0.8 && ratio < 1.6,
      expected: 'between 0.8 and 1.6',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'delta, layer 1 / layer 10, tanh + Xavier',
      values: await ratios('tanh', 'delta'),
      holds: (ratio) => ratio < 0.45,
      expected: 'below 0.45',
    }),
  ).toBe('holds')
})

it('ReLU with Xavier weights: nine steps leave a few percent of the signal; with He weights, nearly all', async () => {
  // Xavier's variance is half of He's where inputs and outputs are as many.
  const xavier = await ratios('relu', 'delta', { weightScale: Math.SQRT1_2 })
  expect(
    verdict({
      what: 'delta, layer 1 / layer 10, ReLU + Xavier',
      values: xavier,
      // 0.71^9 = 0.044; one network's ReLUs are not open exactly half of the time.
      holds: (ratio) => ratio > 0.02 && ratio < 0.09,
      expected: 'within a factor of two of 0.044',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'delta, layer 1 / layer 10, ReLU + He',
      values: await ratios('relu', 'delta'),
      holds: (ratio) => ratio > 0.5 && ratio < 2,
      expected: 'within 0.5 to 2',
    }),
  ).toBe('holds')
})

it('the trap: with tiny weights all weight gradients vanish together, and only delta shows it', async () => {
  const config = { weightScale: 0.1 }
  const { tanh } = await runExperiment(experiment, { variants: ['tanh'], config })
  const [last, first] = [tanh.metrics.weightGradient[0]!, tanh.metrics.weightGradient.at(-1)!]
  console.log(
    `weight gradient with weights N(0, 0.01²): layer 10 ${summary(last)}, layer 1 ${summary(first)}`,
  )
  for (const ratio of await ratios('tanh', 'weightGradient', config)) {
    expect(ratio).toBeGreaterThan(0.8)
    expect(ratio).toBeLessThan(1.2)
  }
  for (const value of [...last, ...first]) expect(Math.abs(value / 1e-10 - 1)).toBeLessThan(0.2)
  for (const ratio of await ratios('tanh', 'delta', config)) {
    expect(Math.abs(ratio / 1e-9 - 1)).toBeLessThan(0.2)
  }
})

it('inputs at random: the loss averages 100 of them, which takes a tenth of the weight gradient', async () => {
  const { tanh } = await runExperiment(experiment, { variants: ['tanh'], config: { weightScale: 0.1 } })
  // Layer 1: inputs of size 1, delta of the size that is shown; a sum of 100 such products over 100 is a tenth of one.
  tanh.metrics.weightGradient.at(-1)!.forEach((gradient, seed) => {
    const share = gradient / tanh.metrics.delta.at(-1)![seed]!
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.12)
  })
})
