/**
 * Max-feature-maps against ReLU on 500 digits: the trial that Activations mentions beside its figures, with two hidden
 * layers of maxout units with two pieces each, and the figure of Pooling, with convolutions.
 */
import { expect, it } from 'vitest'
import { matchedRelu, maxFeatureMaps } from '../../src/cli/trials/max-feature-map.ts'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import { engine } from '../../src/nn/engine.ts'
import type setup from '../../src/widgets/max-feature-map/config.ts'
import experiment from '../../src/widgets/max-feature-map/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { negative, notePlace } from './evidence.ts'
import { meanWithin } from './verdict.ts'

it('a max-feature-map cannot be told from a ReLU network with as many parameters', negative, async () => {
  notePlace({ chapter: 'activations' })
  await engine.use('wasm')
  const [maps, matched] = [maxFeatureMaps(), matchedRelu()]
  console.log(`test accuracy, MFM of 64, ${maps.parameters} parameters: ${summary(maps.accuracies)}`)
  console.log(`test accuracy, ReLU of 105, ${matched.parameters} parameters: ${summary(matched.accuracies)}`)
  expect(Math.abs(maps.parameters / matched.parameters - 1)).toBeLessThan(0.01)
  const differences = maps.accuracies.map((value, seed) => value - matched.accuracies[seed]!)
  const within = [-0.03, 0.03] as const
  expect(meanWithin('test accuracy, MFM of 64 - ReLU of 105', differences, within)).toBe('holds')
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (differences.length - 1)
  // Student's t for five pairs: beyond 2.78 in one trial of twenty where there is no difference.
  expect(Math.abs(mean) / Math.sqrt(variance / differences.length)).toBeLessThan(2.78)
})

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Of each seed at the end. */
async function errors(
  variant: VariantOf<typeof setup>,
  config: Partial<ConfigOf<typeof setup>> = {},
  seeds = ten,
) {
  const { metrics } = (await runExperiment(experiment, { variants: [variant], config, seeds }))[variant]
  console.log(`${variant} ${JSON.stringify(config)}, test error: ${summary(final(metrics.testError))}`)
  return final(metrics.testError)
}

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
const mfm = once(() => errors('mfm'))
const matched = once(() => errors('matched'))
const same = once(() => errors('same'))
const more = (what: string, a: readonly number[], b: readonly number[], within: readonly [number, number]) =>
  meanWithin(
    what,
    a.map((value, i) => value - b[i]!),
    within,
  )

it(
  'with convolutions MFM is within 3 points of ReLU with as many parameters, and not ahead of it by one',
  negative,
  async () => {
    const what = 'test error, MFM - ReLU of as many parameters'
    expect(more(what, await mfm(), await matched(), [-0.01, 0.03])).toBe('holds')
  },
)

it('is within 2.5 points of ReLU with as many maps, which has two thirds of its parameters', async () => {
  const what = 'test error, MFM - ReLU of as many maps'
  expect(more(what, await mfm(), await same(), [-0.025, 0.025])).toBe('holds')
})

it('from He’s start all three are worse', async () => {
  const five = ten.slice(0, 5)
  const worse = async (variant: VariantOf<typeof setup>, small: readonly number[]) =>
    more(
      `test error of ${variant}, He - half of it`,
      await errors(variant, { scale: 1 }, five),
      small.slice(0, 5),
      [0.005, Infinity],
    )
  for (const [variant, small] of [
    ['mfm', mfm],
    ['matched', matched],
    ['same', same],
  ] as const)
    expect(await worse(variant, await small())).toBe('holds')
})
