import { describe, expect, it } from 'vitest'
import experiment from '../../src/widgets/clones/train.ts'
import { final, runExperiment, type RunOptions } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

type Options = RunOptions<typeof experiment.setup>

const run = (options: Options) => runExperiment(experiment, { measureEvery: 100, ...options })

it('equal weights stay equal, to the last bit: one unit in 32 copies, little above chance', async () => {
  const { constant } = await run({ variants: ['constant'] })
  for (const spreads of constant.metrics.spread) expect(spreads).toEqual([0, 0, 0, 0, 0])
  expect(final(constant.metrics.differentUnits)).toEqual([1, 1, 1, 1, 1])
  // They do learn, together.
  expect(Math.min(...final(constant.metrics.moved))).toBeGreaterThan(0.1)
  expect(
    verdict({
      what: 'test accuracy, constant',
      values: final(constant.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.15 && accuracy < 0.3,
      expected: 'between 0.15 and 0.3',
    }),
  ).toBe('holds')
})

it.each(['relu', 'tanh'] as const)('with %s and all weights 0 no hidden weight moves', async (activation) => {
  const { zero } = await run({ variants: ['zero'], config: { activation } })
  for (const moved of zero.metrics.moved) expect(moved).toEqual([0, 0, 0, 0, 0])
  // The output bias alone can only learn how frequent each digit is, and all are.
  for (const loss of final(zero.metrics.loss)) expect(loss).toBeCloseTo(Math.log(10), 3)
  for (const accuracy of final(zero.metrics.testAccuracy)) expect(accuracy).toBeCloseTo(0.1, 6)
})

it('random weights make 32 different units in 32 directions, and digits are learned', async () => {
  const { he } = await run({ variants: ['he'] })
  expect(final(he.metrics.differentUnits)).toEqual([32, 32, 32, 32, 32])
  expect(
    verdict({
      what: 'test accuracy, He',
      values: final(he.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.85,
      expected: 'above 0.85',
    }),
  ).toBe('holds')
})

it('a little noise on the constant is enough: copies at first, then 32 different units', async () => {
  const { noisy } = await run({ variants: ['noisy'], measureEvery: 20 })
  expect(noisy.metrics.differentUnits[0]).toEqual([1, 1, 1, 1, 1])
  expect(final(noisy.metrics.differentUnits)).toEqual([32, 32, 32, 32, 32])
  expect(
    verdict({
      what: 'test accuracy, noisy',
      values: final(noisy.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.85,
      expected: 'above 0.85',
    }),
  ).toBe('holds')
})

it('noise of a millionth is enough', async () => {
  const { noisy } = await run({ variants: ['noisy'], config: { noise: 1e-6 } })
  expect(
    verdict({
      what: 'test accuracy, noise of a millionth',
      values: final(noisy.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.8,
      expected: 'above 0.8',
    }),
  ).toBe('holds')
})

describe('ranks of the hidden weights of the first seed', () => {
  const size = 12
  it.each([
    ['constant', 1],
    ['he', 32],
  ] as const)('%s: %i', async (variant, expected) => {
    const results = await run({ variants: [variant], seeds: [0] })
    const { values, columns } = results[variant].view.weights
    const units = Array.from({ length: 32 }, (_unit, unit) => {
      const corner = Math.floor(unit / 4) * (size + 1) * columns + (unit % 4) * (size + 1)
      return Array.from(
        { length: size * size },
        (_pixel, i) => values[corner + Math.floor(i / size) * columns + (i % size)]!,
      )
    })
    expect(rank(units)).toBe(expected)
  })
})

describe('what breaks the symmetry, and what does not', () => {
  it('the exercise: random output weights alone, with all hidden weights equal', async () => {
    const { constant } = await run({ variants: ['constant'], config: { outputWeights: 'random' } })
    expect(
      verdict({
        what: 'test accuracy, constant, random output weights',
        values: final(constant.metrics.testAccuracy),
        holds: (accuracy) => accuracy >= 0.85,
        expected: 'at least 0.85',
      }),
    ).toBe('holds')
    expect(final(constant.metrics.differentUnits)).toEqual([32, 32, 32, 32, 32])
  })

  it('the exercise: hidden weights of 0 learn with random output weights and tanh, not with ReLU', async () => {
    const config = { outputWeights: 'random' } as const
    const tanh = await run({ variants: ['zero'], config: { ...config, activation: 'tanh' } })
    expect(
      verdict({
        what: 'test accuracy, zero, random output weights, tanh',
        values: final(tanh.zero.metrics.testAccuracy),
        holds: (accuracy) => accuracy >= 0.85,
        expected: 'at least 0.85',
      }),
    ).toBe('holds')
    const relu = await run({ variants: ['zero'], config })
    expect(final(relu.zero.metrics.moved)).toEqual([0, 0, 0, 0, 0])
  })

  it('sigmoid moves from 0, and stays one unit', async () => {
    const { zero } = await run({ variants: ['zero'], config: { activation: 'sigmoid' } })
    expect(Math.min(...final(zero.metrics.moved))).toBeGreaterThan(0)
    expect(final(zero.metrics.spread)).toEqual([0, 0, 0, 0, 0])
  })

  it('another optimizer does not', negative, async () => {
    const config = { optimizer: 'adam', learningRate: 0.003 } as const
    const { constant } = await run({ variants: ['constant'], config })
    expect(final(constant.metrics.spread)).toEqual([0, 0, 0, 0, 0])
  })

  it('32 copies do no better than one unit alone', negative, async () => {
    const { constant: copies } = await run({ variants: ['constant'] })
    const { constant: one } = await run({ variants: ['constant'], config: { units: 1 } })
    const differences = final(one.metrics.testAccuracy).map(
      (accuracy, seed) => accuracy - final(copies.metrics.testAccuracy)[seed]!,
    )
    expect(
      verdict({
        what: 'test accuracy, one unit - 32 copies',
        values: differences,
        holds: (difference) => difference > 0,
        expected: 'above 0',
      }),
    ).toBe('holds')
  })
})

it.each([7, 13, 30])('%i copies are exact too, on wasm and on cpu', async (units) => {
  for (const backend of ['wasm', 'cpu'] as const) {
    const { constant } = await run({
      variants: ['constant'],
      config: { units },
      seeds: [0],
      steps: 40,
      backend,
    })
    expect(final(constant.metrics.spread)).toEqual([0])
  }
})

/**
 * Numerical rank: how many rows are left when each time the longest is taken and its direction removed from the rest
 * (Gram and Schmidt, with pivoting). A row shorter than a millionth of the longest is rounding.
 */
function rank(rows: readonly (readonly number[])[]): number {
  let rest = rows.map((row) => [...row])
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
  const length = (row: readonly number[]) => Math.sqrt(dot(row, row))
  const longest = Math.max(...rest.map(length))
  let found = 0
  for (;;) {
    const [pivot, ...others] = rest.toSorted((a, b) => length(b) - length(a))
    if (!pivot || length(pivot) <= 1e-6 * longest) return found
    found += 1
    const square = dot(pivot, pivot)
    rest = others.map((row) => {
      const share = dot(row, pivot) / square
      return row.map((x, i) => x - share * pivot[i]!)
    })
  }
}
