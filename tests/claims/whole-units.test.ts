/** What the chapter says of single weights against whole units, from whole runs. */
import { expect, it } from 'vitest'
import setup from '../../src/widgets/whole-units/config.ts'
import { costOf } from '../../src/widgets/cutCosts.ts'
import { matricesOf } from '../../src/widgets/whole-units/matrices.ts'
import experiment from '../../src/widgets/whole-units/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { meanWithin, verdict } from './verdict.ts'

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)

it('whole units hurt more than single weights, until training goes on; a small network from the start is as good', async () => {
  const { weights, units, small } = await runExperiment(experiment)
  const at = weights.steps.indexOf(setup.config.before.default)
  const cut = minus(weights.metrics.testAccuracy[at]!, units.metrics.testAccuracy[at]!)
  expect(
    verdict({
      what: 'test accuracy right after the cut, single weights - whole units',
      values: cut,
      holds: (difference) => difference > 0.1,
      expected: 'above 0.1',
    }),
  ).toBe('holds')
  const [single, whole, scratch] = [weights, units, small].map(({ metrics }) => final(metrics.testAccuracy))
  for (const [what, difference] of [
    ['single weights - whole units', minus(single!, whole!)],
    ['whole units - small from the start', minus(whole!, scratch!)],
  ] as const)
    expect(meanWithin(`test accuracy at the end, ${what}`, difference, [-0.025, 0.025])).toBe('holds')
})

it('bytes and products, exactly', () => {
  const single = costOf(matricesOf('weights', 28))
  const whole = costOf(matricesOf('units', 28))
  expect(single.dense).toBe(4 * 25400)
  expect(whole.dense).toBe(4 * 5096)
  expect(single.denseProducts).toBe(25400)
  expect(whole.denseProducts).toBe(5096)
  expect(Math.abs(single.products - whole.products)).toBeLessThan(3)
  // A nonzero number brings its column along: twice the bytes.
  expect(single.compressedRows / whole.dense).toBeGreaterThan(2)
  expect(single.compressedRows / single.dense).toBeGreaterThan(0.4)
  expect(single.bitMask).toBe(25400 / 8 + 4 * single.products)
})
