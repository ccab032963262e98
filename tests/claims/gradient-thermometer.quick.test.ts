import { expect, it } from 'vitest'
import type { VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/gradient-thermometer/config.ts'
import experiment from '../../src/widgets/gradient-thermometer/train.ts'
import { runExperiment, summary } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

/** For each seed a metric at layer 1 divided by the same at layer 10. */
async function ratios(variant: VariantOf<typeof setup>, metric: 'weightGradient' | 'delta', config = {}) {
  const result = (await runExperiment(experiment, { variants: [variant], config }))[variant]
  const measured = result.metrics[metric]
  return measured.at(-1)!.map((value, seed) => value / measured[0]![seed]!)
}

it('C07: the gradient of sigmoid layers vanishes, that of ReLU layers with He weights does not', async () => {
  expect(
    verdict({
      what: 'C07 weight gradient, layer 1 / layer 10, sigmoid + Xavier',
      values: await ratios('sigmoid', 'weightGradient'),
      holds: (ratio) => ratio < 1e-4,
      expected: 'below 1e-4',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'C07 weight gradient, layer 1 / layer 10, ReLU + He',
      values: await ratios('relu', 'weightGradient'),
      holds: (ratio) => ratio >= 0.3 && ratio <= 3,
      expected: 'within 0.3 to 3',
    }),
  ).toBe('holds')
})

it('C08: tanh with N(0, 1) weights explodes, it does not vanish', async () => {
  expect(
    verdict({
      what: 'C08 weight gradient, layer 1 / layer 10, tanh + N(0, 1)',
      values: await ratios('tanhNormal', 'weightGradient'),
      holds: (ratio) => ratio > 100,
      expected: 'above 100',
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
  for (const value of [...last, ...first]) expect(value).toBeLessThan(1e-8)
  for (const ratio of await ratios('tanh', 'delta', config)) expect(ratio).toBeLessThan(1e-7)
})
