import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/drag-the-digit/config.ts'
import { placesWithin, type Move } from '../../src/widgets/drag-the-digit/moved.ts'
import { indexOf, readingAt } from '../../src/widgets/drag-the-digit/places.ts'
import experiment from '../../src/widgets/drag-the-digit/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { meanWithin } from './verdict.ts'

type Variant = VariantOf<typeof setup>

const five = [0, 1, 2, 3, 4]
const ten = [...five, 5, 6, 7, 8, 9]
const metrics = ['error0', 'error1', 'error2', 'error3'] as const

/** Test errors of each seed at the end, by how many pixels the images are moved. */
async function errors(variant: Variant, config: Partial<ConfigOf<typeof setup>> = {}, seeds = ten) {
  const run = (await runExperiment(experiment, { variants: [variant], config, seeds, measureEvery: 1200 }))[
    variant
  ]
  return metrics.map((metric) => {
    const values = final(run.metrics[metric])
    console.log(`${variant} ${JSON.stringify(config)}, ${metric}: ${summary(values)}`)
    return values
  })
}

const made = new Map<Variant, ReturnType<typeof errors>>()
/** As published, of ten seeds; each is computed once. */
function published(variant: Variant) {
  const known = made.get(variant) ?? errors(variant)
  made.set(variant, known)
  return known
}

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)
type Moved = Awaited<ReturnType<typeof errors>>
/** What a shift by so many pixels costs each seed. */
const cost = (of: Moved, pixels: number) => minus(of[pixels]!, of[0]!)

it('C35: moved by one pixel, pooled networks make at least 5 and 3 points fewer mistakes than the one without', async () => {
  const [none, max, average] = [await published('none'), await published('max'), await published('average')]
  const fewer = minus(none[1]!, max[1]!)
  expect(meanWithin('test error, moved by 1 pixel, no pooling - max pooling', fewer, [0.05, Infinity])).toBe(
    'holds',
  )
  expect(
    meanWithin('test error, moved by 1 pixel, no pooling - average pooling', minus(none[1]!, average[1]!), [
      0.03,
      Infinity,
    ]),
  ).toBe('holds')
})

it(
  'pooling is not invariance: one pixel costs max pooling at least 8 points, two at least 30',
  negative,
  async () => {
    const max = await published('max')
    expect(meanWithin('max pooling, cost of 1 pixel', cost(max, 1), [0.08, Infinity])).toBe('holds')
    expect(meanWithin('max pooling, cost of 2 pixels', cost(max, 2), [0.3, Infinity])).toBe('holds')
    expect(meanWithin('max pooling, test error, moved by 2 pixels', max[2]!, [0.5, Infinity])).toBe('holds')
  },
)

it('the shift costs less with max pooling than without', async () => {
  const [none, max] = [await published('none'), await published('max')]
  expect(
    meanWithin('cost of 1 pixel, no pooling - max pooling', minus(cost(none, 1), cost(max, 1)), [
      0.02,
      Infinity,
    ]),
  ).toBe('holds')
})

it('max pooling loses as much by one pixel as average pooling', negative, async () => {
  const [max, average] = [await published('max'), await published('average')]
  expect(
    meanWithin(
      'cost of 1 pixel, max pooling - average pooling',
      minus(cost(max, 1), cost(average, 1)),
      [-0.04, 0.04],
    ),
  ).toBe('holds')
})

it('strides do not help against shifts', negative, async () => {
  const [none, strided] = [await published('none'), await published('strided')]
  expect(
    meanWithin('test error, moved by 1 pixel, strides - no pooling', minus(strided[1]!, none[1]!), [
      -0.02,
      Infinity,
    ]),
  ).toBe('holds')
})

it('networks that have seen moved digits read them, with pooling and without', async () => {
  for (const variant of ['none', 'max'] as const) {
    const own = await errors(variant, { moved: '1', steps: 800 }, five)
    const gained = minus((await published(variant))[1]!.slice(0, five.length), own[1]!)
    expect(
      meanWithin(`test error, moved by 1 pixel, ${variant}, trained on centred - on moved digits`, gained, [
        0.1,
        Infinity,
      ]),
    ).toBe('holds')
  }
})

it('the figure’s 4 is read as a 4 at most places around its own, and one pixel further without pooling as a sure other digit', async () => {
  const { none } = await runExperiment(experiment, { variants: ['none'], seeds: [0], measureEvery: 1200 })
  const four = [...none.view.labels].indexOf(4)
  const at = (move: Move) => [...readingAt(none.view, four, indexOf(move))]
  const around = placesWithin(1).filter((move) => at(move)[4]! > 0.5)
  expect(around.length).toBeGreaterThan(4)
  const jumps = around.flatMap(([right, down]) =>
    placesWithin(1)
      .filter(([x, y]) => Math.abs(x) + Math.abs(y) === 1)
      .map(([x, y]) => {
        const other = at([right + x, down + y])
        other[4] = 0
        return Math.min(at([right, down])[4]!, Math.max(...other))
      }),
  )
  console.log(`around: ${around.length} of 9, surest jump: ${Math.max(...jumps).toFixed(3)}`)
  expect(Math.max(...jumps)).toBeGreaterThan(0.9)
})
