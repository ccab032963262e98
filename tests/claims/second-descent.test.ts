import { expect, it } from 'vitest'
import { added } from '../../src/widgets/second-descent/config.ts'
import experiment from '../../src/widgets/second-descent/train.ts'
import { median, runExperiment } from '../runExperiment.ts'

it('C31: with 20 seeds and up to 400 features', async () => {
  const { none } = await runExperiment(experiment, {
    variants: ['none'],
    config: { features: 400 },
    seeds: Array.from({ length: 20 }, (_, seed) => seed),
  })
  const middle = none.metrics.testError.map(median)
  const at = (features: number) => middle[features / added]!
  console.log(
    `C31 median test error of 20: ${[20, 40, 400].map((p) => `${p}: ${at(p).toPrecision(3)}`).join(', ')}`,
  )
  expect(at(40)).toBeGreaterThan(10 * at(20))
  expect(at(400)).toBeLessThan(at(20) / 2)
  expect(at(400)).toBeLessThan(at(200))
  const peak = added * middle.indexOf(Math.max(...middle))
  expect(Math.abs(peak - 40)).toBeLessThanOrEqual(4)
})
