/** What the chapter says of training on after a cut, from whole runs. */
import { describe, expect, it } from 'vitest'
import experiment from '../../src/widgets/heal/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

/** The step of the cut. */
const cut = 400

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)
const mean = (values: readonly number[]) => sum(values) / values.length

describe('four fifths are cut', () => {
  const run = runExperiment(experiment, { measureEvery: 100 })
  const right = async (variant: 'whole' | 'magnitude' | 'saliency' | 'random', step?: number) => {
    const { metrics, steps } = (await run)[variant]
    return step === undefined ? final(metrics.testAccuracy) : metrics.testAccuracy[steps.indexOf(step)]!
  }

  it('fine-tuning gives back what the cut by magnitude took', async () => {
    const gained = minus(await right('magnitude'), await right('magnitude', cut))
    expect(
      verdict({
        what: 'test accuracy that 200 updates after the cut give back, magnitude',
        values: gained,
        holds: (points) => points > 0.1,
        expected: 'above 0.1',
      }),
    ).toBe('holds')
    expect(mean(gained)).toBeGreaterThan(0.15)
  })

  it('all three criteria end within a few points of the network that is not cut', async () => {
    const whole = await right('whole')
    for (const [variant, most] of [
      ['saliency', 0.03],
      ['magnitude', 0.04],
      ['random', 0.06],
    ] as const)
      expect(
        verdict({
          what: `test accuracy at the end, not cut - ${variant}`,
          values: minus(whole, await right(variant)),
          holds: (points) => points > -0.03 && points < most,
          expected: `between -0.03 and ${most}`,
        }),
      ).toBe('holds')
  })

  it('random is far behind right after the cut, and one to two points at the end', async () => {
    expect(
      verdict({
        what: 'test accuracy right after the cut, magnitude - random',
        values: minus(await right('magnitude', cut), await right('random', cut)),
        holds: (points) => points > 0.3,
        expected: 'above 0.3',
      }),
    ).toBe('holds')
    const left = mean(minus(await right('magnitude'), await right('random')))
    expect(left).toBeGreaterThan(-0.01)
    expect(left).toBeLessThan(0.035)
  })

  it('training on without a cut changes nothing', negative, async () => {
    expect(
      verdict({
        what: 'test accuracy, not cut, end - step of the cut',
        values: minus(await right('whole'), await right('whole', cut)),
        holds: (points) => Math.abs(points) < 0.015,
        expected: 'between -0.015 and 0.015',
      }),
    ).toBe('holds')
  })
})

it('with 95% cut the criterion matters also after fine-tuning', async () => {
  const { magnitude, saliency, random } = await runExperiment(experiment, {
    config: { sparsity: 95 },
    measureEvery: 600,
  })
  const end = { magnitude, saliency, random }
  for (const [better, worse, least] of [
    ['magnitude', 'random', 0.15],
    ['saliency', 'magnitude', 0.01],
  ] as const)
    expect(
      verdict({
        what: `test accuracy at the end with 95% cut, ${better} - ${worse}`,
        values: minus(final(end[better].metrics.testAccuracy), final(end[worse].metrics.testAccuracy)),
        holds: (points) => points > least,
        expected: `above ${least}`,
        atLeast: better === 'saliency' ? 4 : 5,
      }),
    ).toBe('holds')
})
