import { expect, it } from 'vitest'
import type { VariantOf } from '../../src/lab/setup.ts'
import setup from '../../src/widgets/activation-microscope/config.ts'
import experiment from '../../src/widgets/activation-microscope/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>

const run = async (variant: Variant, config = {}) =>
  (await runExperiment(experiment, { variants: [variant], config }))[variant].metrics

/** For each seed the spread at layer 10 divided by that of layer 1. */
async function left(variant: Variant, config = {}): Promise<number[]> {
  const { spread } = await run(variant, config)
  return spread.at(-1)!.map((value, seed) => value / spread[0]![seed]!)
}

const relu = { activation: 'relu' } as const

it.each([
  ['small', 'tanh', 0, 1e-8],
  ['uniform', 'tanh', 0.005, 0.008],
  ['xavier', 'tanh', 0.3, 0.45],
  ['he', 'tanh', 0.65, 0.9],
  ['normal', 'tanh', 0.98, 1.02],
  ['small', 'relu', 0, 1e-9],
  ['uniform', 'relu', 0, 0.002],
  ['xavier', 'relu', 0, 0.1],
  ['he', 'relu', 0.4, 2],
  ['normal', 'relu', 1e6, 1e9],
] as const)(
  '%s weights with %s: the spread at layer 10 over that of layer 1',
  async (variant, activation, low, high) => {
    expect(
      verdict({
        what: `spread, layer 10 / layer 1, ${activation}, weights ${setup.variants[variant].label}`,
        values: await left(variant, { activation }),
        holds: (ratio) => ratio > low && ratio < high,
        expected: `between ${low} and ${high}`,
      }),
    ).toBe('holds')
  },
)

it('dividing by √n keeps a small signal in tanh, and not one of size 1', async () => {
  const { spread } = await run('xavier')
  for (const value of spread[0]!) expect(Math.abs(value - 0.63)).toBeLessThan(0.02)
  for (const value of spread.at(-1)!) expect(Math.abs(value - 0.23)).toBeLessThan(0.03)
  // The share that a layer keeps comes closer to 1 as the signal gets small: tanh is nearly linear there.
  const kept = (layer: number) => spread[layer]!.map((value, seed) => value / spread[layer - 1]![seed]!)
  kept(9).forEach((share, seed) => expect(share).toBeGreaterThan(kept(1)[seed]!))
  for (const share of kept(9)) expect(share).toBeGreaterThan(0.88)
})

it('N(0, 1) weights leave tanh at its ends: the spread is that of ±1, and the slope is nearly gone', async () => {
  const { spread, slope } = await run('normal')
  for (const value of spread.at(-1)!) expect(value).toBeGreaterThan(0.94)
  expect(
    verdict({
      what: 'mean slope at layer 10, tanh + N(0, 1)',
      values: slope.at(-1)!,
      holds: (value) => value > 0.07 && value < 0.1,
      expected: 'between 0.07 and 0.1',
    }),
  ).toBe('holds')
})

it('ReLU with √2 times Xavier weights is ReLU with He weights', async () => {
  const he = await left('he', relu)
  const xavier = await left('xavier', { ...relu, weightScale: Math.SQRT2 })
  he.forEach((ratio, seed) => expect(xavier[seed]! / ratio).toBeCloseTo(1, 3))
})

it('the variance formula is right within ten percent for tanh at every layer, and on average for wide ReLU', async () => {
  for (const variant of ['small', 'uniform', 'xavier', 'he', 'normal'] as const) {
    const { againstFormula } = await run(variant)
    for (const value of againstFormula.flat()) expect(Math.abs(value - 1)).toBeLessThan(0.1)
  }
  const { againstFormula } = await run('he', { ...relu, width: 200 })
  expect(
    verdict({
      what: 'size at layer 10, measured / formula, ReLU + He, width 200',
      values: againstFormula.at(-1)!,
      holds: (value) => value > 0.6 && value < 1.6,
      expected: 'between 0.6 and 1.6',
    }),
  ).toBe('holds')
})

it('the narrower the layers, the further apart the seeds: ten units, ReLU, He', async () => {
  const apart = (ratios: readonly number[]) => Math.max(...ratios) / Math.min(...ratios)
  const wide = apart(await left('he', relu))
  expect(wide).toBeGreaterThan(1.5)
  expect(apart(await left('he', { ...relu, width: 10 }))).toBeGreaterThan(3 * wide)
})
