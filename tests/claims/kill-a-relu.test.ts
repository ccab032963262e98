import { expect, it } from 'vitest'
import experiment from '../../src/widgets/kill-a-relu/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

it('C11: a high learning rate kills ReLUs, a quarter of it does not; Leaky ReLU diverges instead', async () => {
  const { reluLow, reluHigh, leakyHigh } = await runExperiment(experiment)
  /** NaN for a seed whose loss is no longer a number. */
  const dead = ({ metrics }: typeof reluLow) =>
    final(metrics.deadShare).map((share, seed) => (Number.isFinite(final(metrics.loss)[seed]) ? share : NaN))
  expect(
    verdict({
      what: 'C11 dead units, ReLU at rate 0.5',
      values: dead(reluLow),
      holds: (share) => share < 0.02,
      expected: 'below 0.02',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'C11 dead units, ReLU at rate 2',
      values: dead(reluHigh),
      holds: (share) => share > 0.15,
      expected: 'above 0.15',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'C11 test accuracy, ReLU at rate 2',
      values: final(reluHigh.metrics.testAccuracy),
      holds: (accuracy) => accuracy <= 0.4,
      expected: 'at most 0.4',
    }),
  ).toBe('holds')
  console.log(`C11 test accuracy, ReLU at rate 0.5: ${summary(final(reluLow.metrics.testAccuracy))}`)
  const diverged = final(leakyHigh.metrics.loss).filter((loss) => !Number.isFinite(loss)).length
  console.log(`C11 Leaky ReLU at rate 2: ${diverged} of 5 diverged`)
  expect(diverged).toBe(5)
})
