/** The home page: one network looks stuck for a while, then learns; so do others. */
import { beforeAll, expect, it } from 'vitest'
import setup, { leaves } from '../../src/widgets/looks-stuck/config.ts'
import experiment from '../../src/widgets/looks-stuck/train.ts'
import { defaults } from '../../src/lab/config.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

const run = (seeds: readonly number[]) => runExperiment(experiment, { seeds })

for (const seeds of [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9],
]) {
  let network: Awaited<ReturnType<typeof run>>['network']
  const of = (metric: 'loss' | 'accuracy', seed: number) => network.metrics[metric].map((row) => row[seed]!)
  beforeAll(async () => {
    network = (await run(seeds)).network
  })

  it(`looks stuck for many epochs, and learns all the same: seeds ${seeds.join()}`, () => {
    const waits = seeds.map((_, i) => leaves(network.epochs, of('loss', i)) ?? Infinity)
    expect(
      verdict({
        what: 'epoch at which the loss is first 2% below ln 2',
        values: waits,
        holds: (epoch) => epoch >= 15 && epoch <= 45,
        expected: 'from 15 to 45',
        seeds,
      }),
    ).toBe('holds')
    expect(
      verdict({
        what: 'epochs from there to a loss of 0.1',
        values: waits.map(
          (epoch, i) => network.epochs[of('loss', i).findIndex((loss) => loss < 0.1)]! - epoch,
        ),
        holds: (epochs) => epochs <= 20,
        expected: 'at most 20',
        seeds,
      }),
    ).toBe('holds')
    expect(
      verdict({
        what: 'test accuracy at the end',
        values: final(network.metrics.accuracy),
        holds: (share) => share >= 0.95,
        expected: 'at least 95%',
        seeds,
      }),
    ).toBe('holds')
  })
}

it('the pictures show the published seed before, while and after its loss falls', async () => {
  const { network } = await run([0])
  const losses = network.metrics.loss.map(([loss]) => loss!)
  const wait = leaves(network.epochs, losses)!
  const perEpoch = setup.steps(defaults(setup.config)) / setup.clock(defaults(setup.config)).end
  const epochs = setup.film!.moments(defaults(setup.config)).map((step) => step / perEpoch)
  const at = epochs.map((epoch) => losses[network.epochs.indexOf(epoch)]!)
  expect(epochs.filter((epoch) => epoch < wait)).toHaveLength(2)
  expect(at).toEqual(at.toSorted((a, b) => b - a))
  expect(at[2]).toBeGreaterThan(0.3)
  expect(at[4]).toBeLessThan(0.2)
})
