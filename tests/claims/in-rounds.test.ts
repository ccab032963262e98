/** What the chapter says of cutting in rounds, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/in-rounds/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)

it('fourteen small cuts leave more than one large one, and far more than as many cuts by chance', async () => {
  const { atOnce, inRounds, randomRounds } = await runExperiment(experiment, { measureEvery: 820 })
  const rounds = final(inRounds.metrics.testAccuracy)
  for (const share of final(inRounds.metrics.sparsity)) expect(share).toBeCloseTo(1 - 0.8 ** 14, 4)
  const ahead = minus(rounds, final(atOnce.metrics.testAccuracy))
  expect(
    verdict({
      what: 'test accuracy at the end, in rounds - at once',
      values: ahead,
      holds: (points) => points > 0,
      expected: 'above 0',
    }),
  ).toBe('holds')
  expect(sum(ahead) / ahead.length).toBeGreaterThan(0.025)
  expect(
    verdict({
      what: 'test accuracy at the end, in rounds - random rounds',
      values: minus(rounds, final(randomRounds.metrics.testAccuracy)),
      holds: (points) => points > 0.2,
      expected: 'above 0.2',
    }),
  ).toBe('holds')
})

it('at four fifths it makes no difference', async () => {
  const { atOnce, inRounds } = await runExperiment(experiment, {
    config: { rounds: 7 },
    variants: ['atOnce', 'inRounds'],
    measureEvery: 610,
  })
  const ahead = minus(final(inRounds.metrics.testAccuracy), final(atOnce.metrics.testAccuracy))
  expect(
    verdict({
      what: 'test accuracy at the end, in rounds - at once, seven rounds',
      values: ahead,
      holds: (points) => Math.abs(points) < 0.05,
      expected: 'between -0.05 and 0.05',
    }),
  ).toBe('holds')
})
