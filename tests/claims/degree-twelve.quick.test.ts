import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/degree-twelve/config.ts'
import { penalties } from '../../src/widgets/degree-twelve/config.ts'
import experiment from '../../src/widgets/degree-twelve/train.ts'
import { median, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { medianWithin } from './verdict.ts'

type Variant = VariantOf<typeof setup>
type Config = Partial<ConfigOf<typeof setup>>

const numbered = (count: number) => Array.from({ length: count }, (_, seed) => seed)
/** Blow-ups at the ends of the interval decide every mean, so all claims are about medians, and shares of the draws. */
const many = numbered(200)
const shown = numbered(10)

const errors = async (variant: Variant, config: Config = {}, seeds: readonly number[] = many) => {
  const { metrics } = (await runExperiment(experiment, { variants: [variant], config, seeds }))[variant]
  return metrics.testError
}

it('C25: degree 12 explodes without a penalty, a weak one tames it, a strong one underfits', async () => {
  for (const seeds of [shown, many]) {
    const [none, weak, strong] = [
      (await errors('none', {}, seeds)).at(-1)!,
      (await errors('weak', {}, seeds)).at(-1)!,
      (await errors('strong', {}, seeds)).at(-1)!,
    ]
    const what = 'test error at degree 12'
    expect(medianWithin(`${what}, no penalty`, none, [1000, Infinity])).toBe('holds')
    expect(medianWithin(`${what}, weak penalty`, weak, [0, 0.15])).toBe('holds')
    expect(medianWithin(`${what}, strong penalty`, strong, [0.4, 0.55])).toBe('holds')
    expect(none.filter((error) => error > 1).length).toBeGreaterThanOrEqual(0.9 * seeds.length)
    expect(weak.filter((error) => error < 1).length).toBeGreaterThanOrEqual(0.95 * seeds.length)
    expect(strong.every((error) => error < 1)).toBe(true)
  }
})

it('the test error without a penalty is a U over the degree: a line misses the sine, degree 3 is best', async () => {
  for (const seeds of [shown, many]) {
    const byDegree = (await errors('none', {}, seeds)).map(median)
    expect(byDegree.indexOf(Math.min(...byDegree))).toBe(3)
    expect(byDegree[1]).toBeGreaterThan(5 * byDegree[3]!)
    expect(byDegree[3]).toBeLessThan(0.05)
    expect(byDegree[12]).toBeGreaterThan(1e4 * byDegree[3]!)
  }
})

it('at degree 12 the test error is a U over the penalty, at degree 4 any small penalty will do', async () => {
  const at = async (degree: number) => {
    const { weak } = await runExperiment(experiment, {
      variants: ['weak'],
      seeds: shown,
      config: { degree },
    })
    return weak.view.byPenalty
  }
  const twelve = await at(12)
  const best = twelve.indexOf(Math.min(...twelve))
  expect(penalties[best]).toBeGreaterThan(5e-4)
  expect(penalties[best]).toBeLessThan(0.1)
  expect(twelve[0]).toBeGreaterThan(10 * twelve[best]!)
  expect(twelve.at(-1)).toBeGreaterThan(4 * twelve[best]!)
  const four = await at(4)
  expect(four[0]! / Math.min(...four)).toBeLessThan(3)
})

it('with the weak penalty degree 12 has about three times the error of degree 3 alone', async () => {
  for (const seeds of [shown, many]) {
    const ratio =
      median((await errors('weak', {}, seeds)).at(-1)!) / median((await errors('none', {}, seeds))[3]!)
    console.log(`degree 12 weak / degree 3 none, medians of ${seeds.length}: ${ratio.toPrecision(3)}`)
    expect(ratio).toBeGreaterThan(2)
    expect(ratio).toBeLessThan(4.5)
  }
})

it('at degree 8 the fit that is shown, that of the first seed, shoots off beyond the last point', async () => {
  const { none } = await runExperiment(experiment, {
    variants: ['none'],
    seeds: [0],
    config: { degree: 8 },
  })
  const { x, fit, truth, points } = none.view.fit
  const last = Math.max(...points.filter((_, i) => i % 2 === 0))
  const squared = Array.from(x, (at, i) => ({ at, error: (fit[i]! - truth[i]!) ** 2 }))
  const total = (of: typeof squared) => of.reduce((sum, { error }) => sum + error, 0)
  expect(total(squared.filter(({ at }) => at > last)) / total(squared)).toBeGreaterThan(0.9)
})

it('the strong penalty gives nearly one curve at every degree from 1 on', async () => {
  const byDegree = (await errors('strong', {}, shown)).slice(1).map(median)
  expect(Math.max(...byDegree) / Math.min(...byDegree)).toBeLessThan(1.05)
})

it('more points do what a penalty does: a hundred make degree 12 nearly as good as degree 3', async () => {
  const measured = await errors('none', { points: 100 }, shown)
  const byDegree = measured.map(median)
  expect(medianWithin('test error at degree 12, 100 points', measured[12]!, [0, 0.05])).toBe('holds')
  expect(byDegree[12]).toBeLessThan(4 * byDegree[3]!)
})

it(
  'powers of x have no second descent: beyond degree 14, where the fit passes through all points, errors stay huge',
  negative,
  async () => {
    const byDegree = (await errors('none', { degree: 30 }, shown)).map(median)
    for (let degree = 14; degree <= 30; degree++) expect(byDegree[degree]).toBeGreaterThan(1e4)
  },
)

it('without noise degree 12 is a good fit too: it is the noise that is blown up', async () => {
  const [quiet, noisy] = [await errors('none', { noise: 0 }, shown), await errors('none', {}, shown)]
  expect(medianWithin('test error at degree 12, no noise', quiet.at(-1)!, [0, 1e-3])).toBe('holds')
  expect(medianWithin('test error at degree 12, noise', noisy.at(-1)!, [1000, Infinity])).toBe('holds')
})
