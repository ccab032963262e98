import { describe, expect, test } from 'vitest'
import { erf } from './erf.ts'
import { activationNames, scalarActivations, type ScalarParams } from './scalar.ts'

// That values and slopes are those of the networks is tested in ../gradients.suite.ts.

test('erf agrees with tabulated values', () => {
  // Abramowitz and Stegun, table 7.1; around 2.5, where the method changes, the C library.
  const table: [number, number][] = [
    [0, 0],
    [0.1, 0.1124629160182849],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [2.499, 0.9995908642442554],
    [2.501, 0.9995952208294163],
    [3, 0.9999779095030014],
    [7, 1],
  ]
  for (const [x, value] of table) {
    expect(erf(x)).toBeCloseTo(value, 14)
    expect(erf(-x)).toBe(-erf(x))
  }
})

const samples = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 50)
const settings: Partial<Record<string, ScalarParams[]>> = {
  leakyRelu: [{ alpha: 0 }, { alpha: 0.3 }],
  prelu: [{ alpha: 0 }, { alpha: 0.3 }],
  elu: [{ alpha: 0 }, { alpha: 1.7 }],
  maxout: [
    { w1: 1, w2: 2, b1: 0, b2: 1 },
    { w1: 0, w2: 0, b1: 0.5, b2: 1 },
    { w1: 0, w2: 1, b1: 0.5, b2: 1 },
    { w1: -1, w2: 0, b1: 0.5, b2: 1 },
    { w1: -1, w2: 2, b1: 1, b2: -2 },
    { w1: 1, w2: 1, b1: 1, b2: -2 },
  ],
}
const lowestBetweenSamples: string[] = ['gelu', 'silu']
const cases = activationNames.flatMap((name) =>
  [{}, ...(settings[name] ?? [])].map((params) => ({ name, params })),
)

describe.each(cases)('$name $params', ({ name, params }) => {
  const { value, slope, range } = scalarActivations[name]
  const { low, high, lowOpen, highOpen } = range(params)

  test('the slope is the difference quotient', () => {
    for (const x of samples.map((each) => each / 10 + 0.00123)) {
      const h = 1e-5
      expect(slope(x, params)).toBeCloseTo((value(x + h, params) - value(x - h, params)) / (2 * h), 7)
    }
  })

  test('values stay in the range and come near to its ends', () => {
    const values = samples.map((x) => value(x, params))
    // Far out, doubles round to an end that the function never reaches.
    expect(values.every((y) => y >= low && y <= high)).toBe(true)
    expect(Math.min(...values)).toBeLessThan(low === -Infinity ? -0.3 : low + 1e-3)
    expect(Math.max(...values)).toBeGreaterThan(high === Infinity ? 10 : high - 1e-3)
  })

  test('an open end is not reached, a closed one is', () => {
    const near = samples.filter((x) => Math.abs(x) < 15).map((x) => value(x, params))
    const slack = lowestBetweenSamples.includes(name) ? 1e-3 : 0
    expect(lowOpen).toBe(!near.some((y) => y <= low + slack))
    expect(highOpen).toBe(!near.some((y) => y >= high))
  })
})

describe.each(activationNames)('%s', (name) => {
  const { value, slope, zeroCentred, flat } = scalarActivations[name]

  test('zero-centred means odd', () => {
    expect(samples.every((x) => Math.abs(value(x) + value(-x)) < 1e-12)).toBe(zeroCentred)
  })

  test('flat where it says', () => {
    expect({ left: Math.abs(slope(-40)) < 1e-6, right: Math.abs(slope(40)) < 1e-6 }).toEqual({
      left: flat !== 'none',
      right: flat === 'both sides',
    })
  })
})

test('parameters stay within their bounds', () => {
  for (const name of activationNames) {
    for (const param of scalarActivations[name].params) {
      expect(param.default).toBeGreaterThanOrEqual(param.min)
      expect(param.default).toBeLessThanOrEqual(param.max)
    }
  }
})
