/** C34: stochastic pooling draws an activation as often as its share of the window's sum. */
import { beforeAll, expect, it } from 'vitest'
import { engine } from '../../src/nn/engine.ts'
import { poolDraws, stochasticPool } from '../../src/nn/layers/stochasticPooling.ts'
import { random } from '../../src/nn/random.ts'
import * as tf from '../../src/nn/tf.ts'
import experiment from '../../src/widgets/stochastic-sampler/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { backend } from './backend.ts'
import { verdict } from './verdict.ts'

beforeAll(() => engine.use(backend))

/** The activations of the figure, the probabilities of those that are not 0, and the mean of a draw. */
const activations = [1, 0, 2, 5]
const chances = [0.125, 0.25, 0.625]
const weighted = 3.75
/** Standard deviation of one draw: of the squares 1, 4 and 25 the mean is 16.75. */
const spread = Math.sqrt(16.75 - weighted ** 2)

const chiSquared = (counts: readonly number[]) => {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count, i) => sum + (count - n * chances[i]!) ** 2 / (n * chances[i]!), 0)
}
/** With three counts, so two degrees of freedom, the probability of a greater chi squared is exp(-chi²/2). */
const pOf = (counts: readonly number[]) => Math.exp(-chiSquared(counts) / 2)

const seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const agrees = (where: string, values: readonly number[]) =>
  verdict({
    what: `p of chi squared, ${where}`,
    values,
    holds: (p) => p > 0.001,
    expected: 'above 0.001',
  })

it('C34: the frequencies of the figure agree with a_i / sum a in every seed (chi squared, p > .001)', async () => {
  const found: number[] = []
  for (const seed of seeds) {
    const { drawn } = await runExperiment(experiment, {
      variants: ['drawn'],
      seeds: [seed],
      measureEvery: 1999,
    })
    const counts = Array.from(drawn.view.shares, (share) => Math.round(share * 2000))
    expect(counts[1]).toBe(0)
    found.push(pOf([counts[0]!, counts[2]!, counts[3]!]))
  }
  expect(agrees('figure', found)).toBe('holds')
})

it('C34: so do those of the layer that networks train with', () => {
  const windows = 20_000
  const x = tf.tensor4d(Array.from({ length: windows }, () => activations).flat(), [windows, 2, 2, 1])
  const found = seeds.map((seed) => {
    const y = stochasticPool(x, { size: 2, stride: 2 }, poolDraws(random(seed).split('pooling'), windows))
    const values = y.dataSync()
    y.dispose()
    return pOf([1, 2, 5].map((activation) => values.filter((value) => value === activation).length))
  })
  x.dispose()
  expect(agrees('layer', found)).toBe('holds')
})

it('the mean of 2,000 draws comes to the weighted mean, between the average and the maximum', async () => {
  const results = await runExperiment(experiment, { seeds, measureEvery: 1999 })
  const [drawn, inUse, average, max] = [results.drawn, results.inUse, results.average, results.max].map(
    ({ metrics }) => final(metrics.mean),
  )
  for (const mean of inUse!) expect(mean).toBe(weighted)
  for (const mean of average!) expect(mean).toBe(2)
  for (const mean of max!) expect(mean).toBe(5)
  // Four standard deviations of such a mean are 0.15, far from the average and from the maximum.
  const most = (4 * spread) / Math.sqrt(2000)
  expect(
    verdict({
      what: 'mean of 2,000 draws',
      values: drawn!,
      holds: (mean) => Math.abs(mean - weighted) < most,
      expected: `within ${most.toFixed(2)} of 3.75`,
    }),
  ).toBe('holds')
})
