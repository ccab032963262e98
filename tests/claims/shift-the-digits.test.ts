import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/shift-the-digits/config.ts'
import experiment from '../../src/widgets/shift-the-digits/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { meanWithin, verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>

const five = [0, 1, 2, 3, 4]
const ten = [...five, 5, 6, 7, 8, 9]

/** Of each seed at the end. */
async function errors(variant: Variant, config: Partial<ConfigOf<typeof setup>> = {}, seeds = ten) {
  const { metrics } = (await runExperiment(experiment, { variants: [variant], config, seeds }))[variant]
  const [test, training] = [final(metrics.testError), final(metrics.trainingError)]
  console.log(`${variant} ${JSON.stringify(config)}, test error: ${summary(test)}`)
  return { test, training }
}

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
const asTheyAre = once(() => errors('asTheyAre'))
const penalized = once(() => errors('l2'))
const shifted = once(() => errors('shifted'))

const lessThan = (more: readonly number[], less: readonly number[]) =>
  more.map((error, i) => error - less[i]!)

it('all three networks end without a mistake on the training images', async () => {
  for (const made of [asTheyAre, penalized, shifted])
    expect(new Set((await made()).training)).toEqual(new Set([0]))
})

it('C28: shifts by one pixel take at least 4 points off the test error', async () => {
  expect(
    verdict({
      what: 'C28 test error, as they are - shifted',
      values: lessThan((await asTheyAre()).test, (await shifted()).test),
      holds: (difference) => difference >= 0.04,
      expected: 'at least 0.04',
    }),
  ).toBe('holds')
})

it('C29: an L2 penalty of 0.001 takes at least one point off the mean test error of ten seeds', async () => {
  const differences = lessThan((await asTheyAre()).test, (await penalized()).test)
  expect(meanWithin('C29 test error, as they are - L2', differences, [0.01, Infinity])).toBe('holds')
})

it('shifts do more than the penalty, also where it is stronger', async () => {
  expect(
    verdict({
      what: 'test error, L2 - shifted',
      values: lessThan((await penalized()).test, (await shifted()).test),
      holds: (difference) => difference >= 0.02,
      expected: 'at least 0.02',
    }),
  ).toBe('holds')
  for (const l2 of [0.003, 0.01]) {
    const { test } = await errors('l2', { l2 }, five)
    const left = lessThan(test, (await shifted()).test)
    expect(meanWithin(`test error, L2 of ${l2} - shifted`, left, [0.02, Infinity])).toBe('holds')
  }
})

it('200 images that are shifted do better than 400 as they are, and about as well as 600 to 800', async () => {
  const own = (await shifted()).test
  for (const [images, low, high] of [
    [400, 0.01, Infinity],
    [600, -0.01, Infinity],
    [800, -Infinity, 0.02],
  ] as const) {
    const { test } = await errors('asTheyAre', { images })
    const what = `test error, ${images} as they are - 200 shifted`
    expect(meanWithin(what, lessThan(test, own), [low, high])).toBe('holds')
  }
})

it(
  'more of it is not better: shifts by up to two pixels, with as many steps as they need, do worse than by one',
  negative,
  async () => {
    const far = await errors('shifted', { reach: 2, steps: 1500 }, five)
    const nearby = await errors('shifted', { steps: 1500 }, five)
    expect(
      meanWithin('test error, shifted by 2 - by 1', lessThan(far.test, nearby.test), [0.005, Infinity]),
    ).toBe('holds')
  },
)
