/** What the chapter says of averaging passes with units left out, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/many-passes/train.ts'
import { trainingSteps } from '../../src/widgets/many-passes/config.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

const updates = 400
/** The step after so many passes. */
const passes = (count: number) => trainingSteps(updates) + count

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)

it('thirty passes make about as many mistakes as one pass with all units, with a lower loss', async () => {
  const results = await runExperiment(experiment, { config: { updates }, measureEvery: 5 })
  const { rate20, rate50, rate90 } = results
  for (const [{ metrics }, name, most, lower, atLeast] of [
    [rate20, 'rate 0.2', 0.025, -0.08, 5],
    [rate50, 'rate 0.5', 0.05, 0, 4],
  ] as const) {
    const differences = minus(final(metrics.passesError), final(metrics.wholeError))
    expect(
      verdict({
        what: `test error, 30 passes - all units at once, ${name}`,
        values: differences,
        holds: (difference) => Math.abs(difference) < most,
        expected: `between -${most} and ${most}`,
      }),
    ).toBe('holds')
    expect(Math.abs(sum(differences) / differences.length)).toBeLessThan(0.025)
    expect(
      verdict({
        what: `test loss, 30 passes - all units at once, ${name}`,
        values: minus(final(metrics.passesLoss), final(metrics.wholeLoss)),
        holds: (difference) => difference < lower,
        expected: `below ${lower}`,
        atLeast,
      }),
    ).toBe('holds')
  }
  // Until there are passes to average, the plot shows the first of them.
  const { metrics, steps } = rate50
  expect(
    verdict({
      what: 'test error, one pass - all units at once, rate 0.5',
      values: minus(metrics.passesError[steps.indexOf(passes(0))]!, final(metrics.wholeError)),
      holds: (difference) => difference > 0.05,
      expected: 'above 0.05',
    }),
  ).toBe('holds')
  // A network that nine tenths of its units were kept from learns little, and its scaled weights say less than its passes.
  expect(
    verdict({
      what: 'test error, all units at once - 30 passes, rate 0.9',
      values: minus(final(rate90.metrics.wholeError), final(rate90.metrics.passesError)),
      holds: (difference) => difference > 0.08,
      expected: 'above 0.08',
    }),
  ).toBe('holds')
  for (const [of, name, most] of [
    [rate20, 'rate 0.2', 0.03],
    [rate50, 'rate 0.5', 0.1],
    [rate90, 'rate 0.9', -0.06],
  ] as const)
    expect(
      verdict({
        what: `mistakes found, spread of 30 passes - doubt of all units at once, ${name}`,
        values: minus(final(of.metrics.spreadFinds), final(of.metrics.doubtFinds)),
        holds: (difference) => difference < most,
        expected: `below ${most}`,
      }),
    ).toBe('holds')
})

it(
  'with random labels the spread of the passes points at mistakes less well than the doubt of one pass',
  negative,
  async () => {
    const { rate50 } = await runExperiment(experiment, {
      config: { updates, randomLabels: '0.3' },
      variants: ['rate50'],
      measureEvery: 70,
    })
    expect(
      verdict({
        what: 'mistakes found, spread of 30 passes - doubt of all units at once, 30% random labels',
        values: minus(final(rate50.metrics.spreadFinds), final(rate50.metrics.doubtFinds)),
        holds: (difference) => difference < -0.08,
        expected: 'below -0.08',
      }),
    ).toBe('holds')
  },
)
