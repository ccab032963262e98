/** What the chapter says of weights that are off for good, for a while, and for one update. */
import { expect, it } from 'vitest'
import { defaults } from '../../src/lab/config.ts'
import { engine } from '../../src/nn/engine.ts'
import setup, { cutsAt, hidden } from '../../src/widgets/cut-regrow-toggle/config.ts'
import experiment from '../../src/widgets/cut-regrow-toggle/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { meanWithin, verdict } from './verdict.ts'

type Variant = keyof typeof setup.variants

/** For every tenth update which weights between the hidden layers are there. */
async function masksOf(variant: Variant): Promise<{ step: number; there: boolean[] }[]> {
  await engine.use('wasm')
  const seen: { step: number; there: boolean[] }[] = []
  const config = { ...defaults(setup.config), updates: 500 }
  for await (const frame of experiment.train({ config, variant, seeds: [0] })) {
    if (frame.step % 10 !== 0) continue
    const { values } = (await frame.view()).weights
    seen.push({ step: frame.step, there: Array.from(values, (value) => !Number.isNaN(value)) })
  }
  return seen
}

const came = (before: readonly boolean[], after: readonly boolean[]) =>
  after.filter((is, i) => is && !before[i]).length
const count = (there: readonly boolean[]) => there.filter(Boolean).length

it('cut for good: weights go and none ever comes back', async () => {
  const seen = await masksOf('static')
  for (let i = 1; i < seen.length; i++) expect(came(seen[i - 1]!.there, seen[i]!.there)).toBe(0)
  expect(count(seen[0]!.there)).toBe(1024)
  expect(count(seen.at(-1)!.there)).toBe(1024 - Math.round(0.9 * 1024))
})

it('cut and regrown: weights come back, and after the last cut always as many are there', async () => {
  const seen = await masksOf('regrown')
  const after = seen.filter(({ step }) => step >= cutsAt[1])
  expect(new Set(after.map(({ there }) => count(there))).size).toBe(1)
  const back = after.slice(1).map(({ there }, i) => came(after[i]!.there, there))
  expect(back.filter((each) => each > 0).length).toBeGreaterThanOrEqual(7)
})

it('dropout: whole rows and columns, others in each update', async () => {
  const seen = await masksOf('dropout')
  const [rows, columns] = hidden
  for (const { there } of seen) {
    const at = (row: number, column: number) => there[row * columns + column]!
    const rowOn = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, c) => at(row, c)).some(Boolean),
    )
    const columnOn = Array.from({ length: columns }, (_, c) =>
      Array.from({ length: rows }, (__, row) => at(row, c)).some(Boolean),
    )
    there.forEach((is, i) => expect(is).toBe(rowOn[Math.floor(i / columns)]! && columnOn[i % columns]!))
  }
  expect(new Set(seen.map(({ there }) => there.join())).size).toBe(seen.length)
})

it('with a tenth of its weights a network that may exchange them ends with more test images right', async () => {
  const { static: forGood, regrown, dropout } = await runExperiment(experiment)
  const [kept, exchanged, dropped] = [forGood, regrown, dropout].map(({ metrics }) =>
    final(metrics.testAccuracy),
  )
  const gains = exchanged!.map((value, seed) => value - kept![seed]!)
  expect(
    verdict({
      what: 'test accuracy, regrown - cut for good',
      values: gains,
      holds: (gain) => gain > 0,
      expected: 'above 0',
    }),
  ).toBe('holds')
  expect(meanWithin('the same, in the mean', gains, [0.02, Infinity])).toBe('holds')
  // With all of its weights dropout ends higher still.
  expect(dropped!.every((value, seed) => value > exchanged![seed]!)).toBe(true)
  expect(forGood.metrics.returned.flat().every((share) => share === 0)).toBe(true)
  expect(Math.min(...final(regrown.metrics.returned))).toBeGreaterThan(0.05)
})

it('grown back by chance it gains less than where the gradient is largest', async () => {
  const run = (grow: 'gradient' | 'random') =>
    runExperiment(experiment, { config: { grow }, variants: ['static', 'regrown'], measureEvery: 600 })
  const [gradient, chance] = [await run('gradient'), await run('random')].map(
    ({ static: forGood, regrown }) => {
      const kept = final(forGood.metrics.testAccuracy)
      return final(regrown.metrics.testAccuracy).map((value, seed) => value - kept[seed]!)
    },
  )
  const more = gradient!.map((gain, seed) => gain - chance![seed]!)
  expect(meanWithin('test accuracy gained, grown by gradient - by chance', more, [0.01, Infinity])).toBe(
    'holds',
  )
  expect(meanWithin('test accuracy gained, grown by chance', chance!, [-Infinity, 0.045])).toBe('holds')
})
