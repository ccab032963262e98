import { expect, it } from 'vitest'
import experiment from '../../src/widgets/three-sizes/train.ts'
import { final, runExperiment, type RunOptions } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

type Options = RunOptions<typeof experiment.setup>

/** The first epoch at which each seed's loss is below 0.1; infinity if it never is. */
const arrivals = ({ epochs, metrics }: { epochs: number[]; metrics: { loss: number[][] } }): number[] =>
  metrics.loss[0]!.map((_, seed) => epochs[metrics.loss.findIndex((row) => row[seed]! < 0.1)] ?? Infinity)

const run = (options: Options = {}) => runExperiment(experiment, options)

it.each([
  ['the figure’s seeds', [0, 1, 2, 3, 4]],
  ['five others', [5, 6, 7, 8, 9]],
])('He is solved first, Small long after it, Large is dead: %s', async (_, seeds) => {
  const { small, he, large } = await run({ seeds })
  const first = arrivals(he)
  expect(
    verdict({
      what: 'epoch at which the loss of He is below 0.1',
      values: first,
      holds: (epoch) => epoch <= 30,
      expected: 'at most 30',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'epochs by which Small is later',
      values: arrivals(small).map((epoch, seed) => epoch - first[seed]!),
      holds: (late) => late >= 40,
      expected: 'at least 40',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'layers of Large that are 0 for every training point',
      values: final(large.metrics.deadLayers),
      holds: (count) => count >= 1,
      expected: 'at least 1',
      seeds,
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'distance of the loss of Large from ln 2',
      values: final(large.metrics.loss).map((loss) => Math.abs(loss - Math.log(2))),
      holds: (distance) => distance < 0.01,
      expected: 'below 0.01',
      seeds,
    }),
  ).toBe('holds')
  for (const { metrics } of [small, he])
    expect(metrics.deadLayers.flat().every((count) => count === 0)).toBe(true)
})

it('Large begins with a huge loss, and is dead within the first ten epochs', async () => {
  const { large } = await run({ variants: ['large'], steps: 100 })
  expect(
    verdict({
      what: 'starting loss of Large',
      values: large.metrics.loss[0]!,
      holds: (loss) => loss > 50,
      expected: 'above 50',
    }),
  ).toBe('holds')
  const died = final(large.metrics.deadLayers).map(
    (_, seed) => large.epochs[large.metrics.deadLayers.findIndex((row) => row[seed]! > 0)] ?? Infinity,
  )
  expect(
    verdict({
      what: 'epoch at which a layer of Large is dead',
      values: died,
      holds: (epoch) => epoch <= 10,
      expected: 'at most 10',
    }),
  ).toBe('holds')
})

it('Small waits first: its loss is within 2% of ln 2 for 30 epochs and more', async () => {
  const { small } = await run({ variants: ['small'] })
  const waited = final(small.metrics.loss).map(
    (_, seed) =>
      small.epochs[small.metrics.loss.findIndex((row) => row[seed]! < 0.98 * Math.log(2))] ?? Infinity,
  )
  expect(
    verdict({
      what: 'epochs for which Small is flat',
      values: waited,
      holds: (epoch) => epoch >= 30,
      expected: 'at least 30',
    }),
  ).toBe('holds')
})

it('with Adam at 0.01 all three get there, Large last', async () => {
  const { small, he, large } = await run({ config: { optimizer: 'adam', learningRate: 0.01 } })
  const others = [arrivals(small), arrivals(he)]
  expect(
    verdict({
      what: 'epochs by which Large is later than the later of the other two, Adam',
      values: arrivals(large).map((epoch, seed) => epoch - Math.max(...others.map((at) => at[seed]!))),
      holds: (late) => late > 0 && late < 100,
      expected: 'above 0 and below 100',
    }),
  ).toBe('holds')
})

it('with SGD at 0.01 no layer dies, and Large is ahead of He at the end', async () => {
  const config = { optimizer: 'sgd', learningRate: 0.01, epochs: 100 } as const
  const { he, large } = await run({ config, variants: ['he', 'large'] })
  expect(large.metrics.deadLayers.flat().every((count) => count === 0)).toBe(true)
  expect(
    verdict({
      what: 'loss of Large over that of He, SGD at 0.01, epoch 100',
      values: final(large.metrics.loss).map((loss, seed) => loss / final(he.metrics.loss)[seed]!),
      holds: (ratio) => ratio < 1,
      expected: 'below 1',
    }),
  ).toBe('holds')
})

it(
  'with 1.5 times as large weights there is no harm: Large arrives, and no layer dies',
  negative,
  async () => {
    const { large } = await run({ config: { larger: 1.5 }, variants: ['large'] })
    expect(large.metrics.deadLayers.flat().every((count) => count === 0)).toBe(true)
    expect(
      verdict({
        what: 'epoch at which the loss is below 0.1, 1.5 times He',
        values: arrivals(large),
        holds: (epoch) => epoch <= 60,
        expected: 'at most 60',
      }),
    ).toBe('holds')
  },
)

it('with Adam at 0.001 a small start is no delay: Small arrives before He', async () => {
  const { small, he } = await run({
    config: { optimizer: 'adam', learningRate: 0.001 },
    variants: ['small', 'he'],
  })
  expect(
    verdict({
      what: 'epochs by which Small is ahead of He, Adam at 0.001',
      values: arrivals(he).map((epoch, seed) => epoch - arrivals(small)[seed]!),
      holds: (ahead) => ahead > 0 && Number.isFinite(ahead),
      expected: 'above 0',
    }),
  ).toBe('holds')
})
