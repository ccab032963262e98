import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import setup from '../../src/widgets/decay-under-adam/config.ts'
import experiment from '../../src/widgets/decay-under-adam/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>
type Config = Partial<ConfigOf<typeof setup>>

const seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const measured = async (variant: Variant, config: Config, of: readonly number[]) => {
  const options = { variants: [variant], config, seeds: of, measureEvery: 20 }
  return (await runExperiment(experiment, options))[variant].metrics
}

const runs = new Map<string, ReturnType<typeof measured>>()

/** All that a variant measured on its way. Each setting is run once for all tests. */
function run(variant: Variant, config: Config = {}, of: readonly number[] = seeds) {
  const key = JSON.stringify([variant, config, of])
  const known = runs.get(key) ?? measured(variant, config, of)
  runs.set(key, known)
  return known
}

it('with SGD the penalty and the decay are one and the same, but for rounding', async () => {
  const [penalty, decay] = [await run('sgdL2'), await run('sgdDecay')]
  for (const metric of ['smallest', 'largest', 'distance'] as const)
    penalty[metric].forEach((values, i) =>
      values.forEach((value, seed) => expect(Math.abs(value - decay[metric][i]![seed]!)).toBeLessThan(2e-6)),
    )
})

it('with L2 SGD and Adam end where the loss plus penalty is least; AdamW ends elsewhere', async () => {
  for (const variant of ['sgdL2', 'sgdDecay', 'adamL2'] as const)
    expect(
      verdict({
        what: `distance left, ${setup.variants[variant].label}`,
        values: final((await run(variant)).distance),
        holds: (share) => share < 0.1,
        expected: 'below 0.1',
      }),
    ).toBe('holds')
  expect(
    verdict({
      what: 'distance left, adamW',
      values: final((await run('adamW')).distance),
      holds: (share) => share > 0.25,
      expected: 'above 0.25',
    }),
  ).toBe('holds')
})

it('AdamW hardly moves from step 900 on', async () => {
  const { distance } = await run('adamW')
  expect(
    verdict({
      what: 'distance left, adamW, step 900 - 1200',
      values: distance[900 / 20]!.map((share, seed) => share - final(distance)[seed]!),
      holds: (moved) => Math.abs(moved) < 0.04,
      expected: 'within 0.04',
    }),
  ).toBe('holds')
})

it('no single λ explains AdamW: it shrinks the smallest feature’s weight less than L2, the largest’s more', async () => {
  const [l2, decay] = [await run('adamL2'), await run('adamW')]
  const differences = (metric: 'smallest' | 'largest') =>
    final(decay[metric]).map((value, seed) => value - final(l2[metric])[seed]!)
  expect(
    verdict({
      what: 'weight of the smallest feature, AdamW - Adam with L2',
      values: differences('smallest'),
      holds: (more) => more > 0.18,
      expected: 'above 0.18',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'weight of the largest feature, AdamW - Adam with L2',
      values: differences('largest'),
      holds: (more) => more < -0.01,
      expected: 'below -0.01',
    }),
  ).toBe('holds')
})

it('in a step Adam with L2 takes shares as unequal as the features; all others take the same of every weight', async () => {
  for (const variant of ['sgdL2', 'sgdDecay', 'adamW'] as const)
    for (const values of (await run(variant)).unevenness)
      for (const ratio of values) expect(ratio).toBeCloseTo(1, 6)
  expect(
    verdict({
      what: 'largest share over smallest, Adam with L2',
      values: final((await run('adamL2')).unevenness),
      holds: (ratio) => Math.abs(ratio / 9 - 1) < 0.35,
      expected: '9, within 35%',
    }),
  ).toBe('holds')
  for (const ratio of final((await run('adamL2', { spread: 1 })).unevenness)) expect(ratio).toBeLessThan(1.6)
})

it('with all rows in every step AdamW goes back to the weights without a penalty, Adam with L2 does not', async () => {
  const config = { batch: 'all', steps: 6000 } as const
  const first = [0, 1, 2, 3, 4]
  for (const left of final((await run('adamW', config, first)).distance))
    expect(Math.abs(left - 1)).toBeLessThan(0.01)
  for (const left of final((await run('adamL2', config, first)).distance)) expect(left).toBeLessThan(0.01)
})
