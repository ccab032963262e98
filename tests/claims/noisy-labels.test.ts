/** What the chapter says of dropout with random labels and with right ones, from whole runs. */
import { describe, expect, it } from 'vitest'
import type { MetricOf } from '../../src/lab/setup.ts'
import setup from '../../src/widgets/noisy-labels/config.ts'
import experiment from '../../src/widgets/noisy-labels/train.ts'
import { runExperiment, type RunOptions } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { bounds, verdict } from './verdict.ts'

type Metric = MetricOf<typeof setup>

/** One run for all claims about it. */
const runOf = (config: RunOptions<typeof setup>['config'] = {}) => {
  let run: ReturnType<typeof runExperiment<typeof setup, unknown>> | undefined
  return () => (run ??= runExperiment(experiment, { config }))
}

/** At the end, what dropout has above the network without it, seed by seed. */
async function above(run: ReturnType<typeof runOf>, metric: Metric): Promise<number[]> {
  const { none, dropout } = await run()
  return dropout.metrics[metric].at(-1)!.map((value, seed) => value - none.metrics[metric].at(-1)![seed]!)
}

/** The verdict on that difference, for a claim that it lies between two numbers. */
const difference = async (
  run: ReturnType<typeof runOf>,
  metric: Metric,
  [low, high]: readonly [number, number],
): Promise<string> =>
  verdict({
    what: `${setup.metrics[metric].label}, dropout - no dropout`,
    values: await above(run, metric),
    holds: (value) => value > low && value < high,
    expected: bounds(low, high),
  })

describe('with 30% random labels', () => {
  const run = runOf()

  it('dropout ends with the higher training loss and the lower test loss', async () => {
    expect(await difference(run, 'loss', [0.2, Infinity])).toBe('holds')
    expect(await difference(run, 'testLoss', [-Infinity, -0.1])).toBe('holds')
  })

  it('its test error is lower, too', async () => {
    expect(await difference(run, 'testError', [-Infinity, -0.025])).toBe('holds')
  })

  it('its test loss at the end is lower than that of the other network ever was', async () => {
    const { none, dropout } = await run()
    expect(
      verdict({
        what: 'test loss, dropout at the end - no dropout at its best moment',
        values: dropout.metrics.testLoss
          .at(-1)!
          .map((loss, seed) => loss - Math.min(...none.metrics.testLoss.map((losses) => losses[seed]!))),
        holds: (value) => value < -0.01,
        expected: 'below -0.01',
      }),
    ).toBe('holds')
  })

  it('more of hidden layer 2 is exactly 0, and of layer 1 hardly more', async () => {
    expect(await difference(run, 'zeros2', [0.2, 1])).toBe('holds')
    expect(await difference(run, 'zeros1', [-0.08, 0.08])).toBe('holds')
    expect(await difference(run, 'mean2', [-Infinity, -0.4])).toBe('holds')
  })
})

describe('with 200 right labels', () => {
  const run = runOf({ randomLabels: '0', images: 200 })

  it('the test losses end alike', negative, async () => {
    expect(await difference(run, 'testLoss', [-0.15, 0.2])).toBe('holds')
  })

  it('with dropout, too, the test loss has a lowest point and rises after it', async () => {
    const { testLoss } = (await run()).dropout.metrics
    expect(
      verdict({
        what: 'test loss of dropout, at the end - at its best moment',
        values: testLoss.at(-1)!.map((loss, seed) => loss - Math.min(...testLoss.map((all) => all[seed]!))),
        holds: (rise) => rise > 0.07,
        expected: 'above 0.07',
      }),
    ).toBe('holds')
  })

  it('the test error is lower by a point or two, no more', async () => {
    expect(await difference(run, 'testError', [-0.05, 0.015])).toBe('holds')
    const differences = await above(run, 'testError')
    expect(Math.abs(sum(differences) / differences.length)).toBeLessThan(0.03)
  })

  it('hidden layer 2 is sparser here as well, and layer 1 hardly', async () => {
    expect(await difference(run, 'zeros2', [0.1, 1])).toBe('holds')
    expect(await difference(run, 'zeros1', [-0.08, 0.08])).toBe('holds')
  })
})
