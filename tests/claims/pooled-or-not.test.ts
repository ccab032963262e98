import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/pooled-or-not/config.ts'
import experiment from '../../src/widgets/pooled-or-not/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { meanWithin, verdict } from './verdict.ts'

type Variant = VariantOf<typeof setup>

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const five = [0, 1, 2, 3, 4]
const ten = [...five, 5, 6, 7, 8, 9]

/** Of each seed at the end. */
async function errors(variant: Variant, config: Partial<ConfigOf<typeof setup>> = {}, seeds = ten) {
  const { metrics } = (
    await runExperiment(experiment, { variants: [variant], config, seeds, measureEvery: 1200 })
  )[variant]
  const [test, training] = [final(metrics.testError), final(metrics.trainingError)]
  console.log(
    `${variant} ${JSON.stringify(config)}, test error: ${summary(test)}, training: ${summary(training)}`,
  )
  return { test, training }
}

const made = new Map<Variant, ReturnType<typeof errors>>()
/** As published, of ten seeds; each is computed once. */
function published(variant: Variant) {
  const known = made.get(variant) ?? errors(variant)
  made.set(variant, known)
  return known
}

type Errors = Awaited<ReturnType<typeof errors>>

const minus = (a: Errors, b: Errors) => a.test.map((error, i) => error - b.test[i]!)

/** The verdict on how many more mistakes the first makes, in the mean of the seeds. */
const more = (what: string, a: Errors, b: Errors, within: readonly [number, number]) =>
  meanWithin(`test error, ${what}`, minus(a, b), within)

it('with 100 images all networks end without a mistake on them', async () => {
  for (const variant of ['none', 'strided', 'max', 'average', 'stochastic'] as const)
    expect(new Set((await published(variant)).training)).toEqual(new Set([0]))
})

it('C32: max pooling takes at least 3.5 points off the test error of no pooling, in the mean of ten seeds', async () => {
  expect(
    more('no pooling - max pooling', await published('none'), await published('max'), [0.035, Infinity]),
  ).toBe('holds')
})

it('average pooling cannot be told from no pooling', negative, async () => {
  expect(
    more(
      'no pooling - average pooling',
      await published('none'),
      await published('average'),
      [-0.035, 0.035],
    ),
  ).toBe('holds')
})

it('C33: stochastic pooling has a lower test error than max pooling, in the mean of ten seeds', async () => {
  expect(
    more('max pooling - stochastic pooling', await published('max'), await published('stochastic'), [
      0.005,
      Infinity,
    ]),
  ).toBe('holds')
})

it(
  'weights are not counted: strides have those of max pooling, and are no better than no pooling',
  negative,
  async () => {
    const strided = await published('strided')
    expect(more('strides - no pooling', strided, await published('none'), [0, Infinity])).toBe('holds')
    expect(more('strides - max pooling', strided, await published('max'), [0.05, Infinity])).toBe('holds')
  },
)

it(
  'where each pixel loses its own mean, max pooling is no better than no pooling; stochastic pooling still is',
  negative,
  async () => {
    const [none, max, stochastic] = [
      await errors('none', { pixels: 'standardised' }),
      await errors('max', { pixels: 'standardised' }),
      await errors('stochastic', { pixels: 'standardised' }),
    ]
    expect(more('no pooling - max pooling, pixels standardised', none, max, [-Infinity, 0.02])).toBe('holds')
    expect(
      more('no pooling - stochastic pooling, pixels standardised', none, stochastic, [0.015, Infinity]),
    ).toBe('holds')
  },
)

it('with 500 images the advantage is smaller in points, and as a share of the mistakes as large as with 100', async () => {
  const config = { images: '500', steps: 800 } as const
  const [none, max] = [await errors('none', config), await errors('max', config)]
  expect(more('no pooling - max pooling, 500 images', none, max, [-Infinity, 0.04])).toBe('holds')
  const [few, fewPooled] = [await published('none'), await published('max')]
  expect(mean(minus(none, max))).toBeLessThan(0.75 * mean(minus(few, fewPooled)))
  const shares = [mean(max.test) / mean(none.test), mean(fewPooled.test) / mean(few.test)]
  console.log(
    `mistakes with max pooling, in those without: ${shares.map((each) => each.toFixed(2)).join(', ')}`,
  )
  for (const share of shares) expect(Math.abs(share - 0.75)).toBeLessThan(0.1)
})

it('with the mean of each map in place of the last pooling the network underfits', async () => {
  const { training } = await errors('max', { head: 'globalAverage' }, five)
  expect(
    verdict({
      what: 'training error with global average pooling',
      values: training,
      holds: (error) => error > 0.15,
      expected: 'above 0.15',
    }),
  ).toBe('holds')
})
