/** What the chapter says of cutting in rounds, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/in-rounds/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
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

it('in rounds it falls at the cuts, at worst to about two thirds, and is most of the way back before the next', async () => {
  const { inRounds } = await runExperiment(experiment, { variants: ['inRounds'], measureEvery: 5 })
  const { steps, metrics } = inRounds
  const right = metrics.testAccuracy.map((values) => sum(values) / values.length)
  const at = (step: number) => right[steps.indexOf(step)]!
  const whole = at(395)
  const lowest = Math.min(...right.slice(steps.indexOf(400)))
  expect(lowest).toBeGreaterThan(0.6)
  expect(lowest).toBeLessThan(0.76)
  // From the fourth cut on the fall is plain to see; a round ends 5 updates before the next cut is measured.
  for (let cut = 400 + 3 * 30; cut < 820; cut += 30) {
    const fallen = at(cut - 5) - at(cut)
    expect(fallen, `cut at ${cut}`).toBeGreaterThan(0.005)
    // Of so small a fall as the first ones two test images are a large part.
    const back = (at(cut + 25) - at(cut)) / (whole - at(cut))
    expect(fallen < 0.05 || back > 0.6, `cut at ${cut}: ${back} of the way back`).toBe(true)
  }
})

it('at four fifths it makes no difference', negative, async () => {
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
