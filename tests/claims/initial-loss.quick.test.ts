import { expect, it } from 'vitest'
import experiment from '../../src/widgets/initial-loss/train.ts'
import { final, runExperiment, type RunOptions } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

type Options = RunOptions<typeof experiment.setup>

const tenSeeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const run = (options: Options) => runExperiment(experiment, { measureEvery: 50, ...options })

/** Loss less ln 10 before the first step, for each seed. */
async function excess(config: Options['config'] = {}) {
  const results = await run({ config: { ...config }, seeds: tenSeeds, steps: 0 })
  const of = (losses: readonly number[][]) => losses[0]!.map((loss) => loss - Math.log(10))
  return {
    standard: of(results.standard.metrics.loss),
    small: of(results.small.metrics.loss),
    xavier: of(results.xavier.metrics.loss),
    he: of(results.he.metrics.loss),
  }
}

const between = (what: string, values: readonly number[], low: number, high: number) =>
  verdict({
    what,
    values,
    holds: (value) => value > low && value < high,
    expected: `between ${low} and ${high}`,
  })

it('before the first step: small at ln 10, Xavier and He up to about 1 above, N(0,1) hundreds', async () => {
  const { standard, small, xavier, he } = await excess()
  expect(between('loss - ln 10, small', small, -1e-3, 1e-3)).toBe('holds')
  expect(between('loss - ln 10, Xavier', xavier, 0, 0.6)).toBe('holds')
  expect(between('loss - ln 10, He', he, 0, 1.3)).toBe('holds')
  expect(between('loss - ln 10, N(0,1)', standard, 100, 600)).toBe('holds')
})

it('with one hidden layer: Xavier and He again, N(0,1) more than 20', async () => {
  const { standard, small, xavier, he } = await excess({ depth: 1 })
  expect(between('depth 1, loss - ln 10, small', small, -1e-3, 1e-3)).toBe('holds')
  expect(between('depth 1, loss - ln 10, Xavier', xavier, 0, 1)).toBe('holds')
  expect(between('depth 1, loss - ln 10, He', he, 0, 1.3)).toBe('holds')
  expect(between('depth 1, loss - ln 10, N(0,1)', standard, 20, 150)).toBe('holds')
})

it('a quiet output layer brings all four to ln 10, and N(0,1) not for longer than a step', async () => {
  const { small, xavier, he } = await excess({ outputScale: 0.01 })
  for (const values of [small, xavier, he])
    expect(between('quiet output, loss - ln 10', values, -0.01, 0.01)).toBe('holds')
  const { standard } = await run({
    config: { outputScale: 0.001 },
    variants: ['standard'],
    steps: 1,
    measureEvery: 1,
  })
  const [before, after] = standard.metrics.loss
  expect(between('quiet output, loss before the first step, N(0,1)', before!, 2.2, 2.6)).toBe('holds')
  expect(between('quiet output, loss after the first step, N(0,1)', after!, 20, 1000)).toBe('holds')
})

it('what it costs: N(0,1) comes down to a guess late and stays behind; Xavier and He learn', async () => {
  const { standard, xavier, he } = await run({ variants: ['standard', 'xavier', 'he'], measureEvery: 5 })
  const guess = standard.metrics.loss[0]!.map((_loss, seed) => {
    const index = standard.metrics.loss.findIndex((losses) => losses[seed]! < Math.log(10))
    return standard.steps[index] ?? Infinity
  })
  expect(between('steps until N(0,1) is below ln 10', guess, 10, 100)).toBe('holds')
  expect(between('test accuracy, N(0,1)', final(standard.metrics.testAccuracy), 0.3, 0.65)).toBe('holds')
  expect(between('test accuracy, Xavier', final(xavier.metrics.testAccuracy), 0.85, 1)).toBe('holds')
  expect(between('test accuracy, He', final(he.metrics.testAccuracy), 0.85, 1)).toBe('holds')
})

it(
  'a loss of ln 10 promises nothing: small does not learn in 300 steps, and learns in 2000',
  negative,
  async () => {
    const { small: short } = await run({ variants: ['small'] })
    expect(between('test accuracy, small, 300 steps', final(short.metrics.testAccuracy), 0.05, 0.25)).toBe(
      'holds',
    )
    const { small: long } = await run({ variants: ['small'], config: { steps: 2000 } })
    expect(between('test accuracy, small, 2000 steps', final(long.metrics.testAccuracy), 0.85, 1)).toBe(
      'holds',
    )
  },
)

it('the exercise: N(0,1) times a tenth starts near ln 10 and learns', async () => {
  const { standard } = await run({ variants: ['standard'], config: { weightScale: 0.1 } })
  expect(between('N(0, 0.01), loss at step 0', standard.metrics.loss[0]!, 2.2, 2.5)).toBe('holds')
  expect(between('N(0, 0.01), test accuracy', final(standard.metrics.testAccuracy), 0.85, 1)).toBe('holds')
})
