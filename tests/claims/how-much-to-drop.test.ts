/** What the chapter says of the rate of dropout, from whole runs. */
import { expect, it } from 'vitest'
import type { MetricOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/how-much-to-drop/config.ts'
import experiment from '../../src/widgets/how-much-to-drop/train.ts'
import { runExperiment } from '../runExperiment.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

let published: ReturnType<typeof runExperiment<typeof setup, unknown>> | undefined
/** At the end of the published run, seed by seed. */
async function ends(variant: VariantOf<typeof setup>, metric: MetricOf<typeof setup>): Promise<number[]> {
  published ??= runExperiment(experiment, { measureEvery: 100 })
  return (await published)[variant].metrics[metric].at(-1)!
}

it.each(['r2', 'r5', 'r7'] as const)(
  'the test error of %s is that of no dropout, within noise',
  async (variant) => {
    const [plain, dropped] = [await ends('r0', 'testError'), await ends(variant, 'testError')]
    const differences = dropped.map((error, seed) => error - plain[seed]!)
    expect(
      verdict({
        what: `test error, ${variant} - r0`,
        values: differences,
        holds: (difference) => Math.abs(difference) < 0.08,
        expected: 'between -0.08 and 0.08',
      }),
    ).toBe('holds')
    expect(Math.abs(sum(differences) / differences.length)).toBeLessThan(0.03)
  },
)

it.each(['r0', 'r2', 'r5', 'r7'] as const)('%s learns nearly all of its training images', async (variant) => {
  expect(
    verdict({
      what: `training error, ${variant}`,
      values: await ends(variant, 'trainError'),
      holds: (error) => error < 0.05,
      expected: 'below 0.05',
    }),
  ).toBe('holds')
})

it('rate 0.9 underfits: it gets most of its own training images wrong', async () => {
  expect(
    verdict({
      what: 'training error, r9',
      values: await ends('r9', 'trainError'),
      holds: (error) => error > 0.4,
      expected: 'above 0.4',
    }),
  ).toBe('holds')
})

it.each(['r0', 'r2'] as const)('rate 0.7 has a lower test loss than %s', async (rate) => {
  const [less, more] = [await ends(rate, 'testLoss'), await ends('r7', 'testLoss')]
  expect(
    verdict({
      what: `test loss, r7 - ${rate}`,
      values: more.map((loss, seed) => loss - less[seed]!),
      holds: (difference) => difference < -0.05,
      expected: 'below -0.05',
    }),
  ).toBe('holds')
})

it('at a rate of 0.7 a narrow network underfits, and a narrower one more', async () => {
  const learned = async (units: number) => {
    const { r7 } = await runExperiment(experiment, {
      config: { units },
      variants: ['r7'],
      measureEvery: 200,
    })
    return r7.metrics.trainError.at(-1)!
  }
  expect(
    verdict({
      what: 'training error, 32 units',
      values: await learned(32),
      holds: (error) => error > 0.06 && error < 0.3,
      expected: 'between 0.06 and 0.3',
    }),
  ).toBe('holds')
  const narrower = await learned(16)
  expect(
    verdict({
      what: 'training error, 16 units',
      values: narrower,
      holds: (error) => error > 0.2,
      expected: 'above 0.2',
    }),
  ).toBe('holds')
  // The median is what the exercise asks for.
  expect(narrower.toSorted((a, b) => a - b)[2]).toBeGreaterThan(0.3)
})
