import { expect, it } from 'vitest'
import type { ConfigOf, VariantOf } from '../../src/lab/setup.ts'
import type setup from '../../src/widgets/filters-and-maps/config.ts'
import experiment from '../../src/widgets/filters-and-maps/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'
import { meanWithin, verdict } from './verdict.ts'

/** At the end, one number for each of the seeds 0 to 4. */
async function ends(variant: VariantOf<typeof setup>, config: Partial<ConfigOf<typeof setup>> = {}) {
  const { metrics } = (await runExperiment(experiment, { variants: [variant], config }))[variant]
  const named = Object.entries(metrics).map(([name, measured]) => [name, final(measured)] as const)
  for (const [name, values] of named)
    console.log(`${variant} ${JSON.stringify(config)}, ${name}: ${summary(values)}`)
  return Object.fromEntries(named) as Record<keyof typeof metrics, readonly number[]>
}

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
const learned = once(() => ends('learned'))
const random = once(() => ends('random'))
const more = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!)

it('with random filters the network gets at least 7 of 10 test images right, and is worse than with learned ones', async () => {
  const [own, other] = [(await learned()).testError, (await random()).testError]
  expect(Math.max(...other)).toBeLessThan(0.3)
  expect(meanWithin('test error, random filters', other, [0.15, 0.25])).toBe('holds')
  expect(
    verdict({
      what: 'test error, random - learned filters',
      values: more(other, own),
      holds: (difference) => difference >= 0.03 && difference <= 0.2,
      expected: '0.03 to 0.2',
    }),
  ).toBe('holds')
})

it('the nearer a layer is to the answer, the further its weights move', async () => {
  const { firstMoved, secondMoved, lastMoved } = await learned()
  for (const [what, near, far] of [
    ['second layer / first', firstMoved, secondMoved],
    ['last layer / second', secondMoved, lastMoved],
  ] as const)
    expect(
      verdict({
        what: `way of the weights, ${what}`,
        values: far.map((moved, seed) => moved / near[seed]!),
        holds: (ratio) => ratio > 1.3,
        expected: 'above 1.3',
      }),
    ).toBe('holds')
  expect(Math.max(...firstMoved)).toBeLessThan(0.4)
})

it('random filters stay as they were, and the last weights then move further', async () => {
  const [own, other] = [await learned(), await random()]
  expect([...other.firstMoved, ...other.secondMoved]).toEqual(Array<number>(10).fill(0))
  other.lastMoved.forEach((moved, seed) => expect(moved).toBeGreaterThan(own.lastMoved[seed]! + 0.1))
})

it('with only the first layer random the mean test error is at most 4 points above that of learned filters', async () => {
  const { testError, secondMoved } = await ends('random', { frozen: 'first' })
  expect(Math.min(...secondMoved)).toBeGreaterThan(0.2)
  const difference = more(testError, (await learned()).testError)
  expect(meanWithin('test error, only the first layer random - learned', difference, [-Infinity, 0.04])).toBe(
    'holds',
  )
})

it('with 100 images random filters are at most 6 points worse on average', async () => {
  const [own, other] = [await ends('learned', { images: 100 }), await ends('random', { images: 100 })]
  const difference = more(other.testError, own.testError)
  expect(
    meanWithin('test error with 100 images, random - learned filters', difference, [-Infinity, 0.06]),
  ).toBe('holds')
})
