import { expect, it } from 'vitest'
import {
  biasesOf,
  bottleneck,
  evenShare,
  lastThatSaves,
  multiplyAddsOf,
  plain,
  sum,
  weightsOf,
  type Sizes,
} from './count.ts'

const some: Sizes[] = [1, 3, 5, 7].flatMap((kernel) =>
  [16, 64, 256].flatMap((channels) =>
    [1, 4, channels / 4, channels].map((narrow) => ({ kernel, channels, narrow })),
  ),
)

it('is k²C² against 2CC′ + k²C′², with C against 2C′ + C biases', () => {
  for (const sizes of some) {
    const { channels: c, narrow: d, kernel: k } = sizes
    expect(sum(plain(sizes), weightsOf)).toBe(k ** 2 * c ** 2)
    expect(sum(bottleneck(sizes), weightsOf)).toBe(2 * c * d + k ** 2 * d ** 2)
    expect(sum(plain(sizes), biasesOf)).toBe(c)
    expect(sum(bottleneck(sizes), biasesOf)).toBe(2 * d + c)
  }
})

it('has the numbers of the residual networks: 69,632 against 589,824', () => {
  const sizes = { channels: 256, narrow: 64, kernel: 3 }
  expect(bottleneck(sizes).map(weightsOf)).toEqual([16_384, 36_864, 16_384])
  expect(sum(bottleneck(sizes), weightsOf)).toBe(69_632)
  expect(sum(plain(sizes), weightsOf)).toBe(589_824)
})

it('counts a multiply-add for each weight and position', () => {
  let counted = 0
  const layer = { kernel: 3, from: 2, to: 4 }
  for (let position = 0; position < 5 * 5; position++)
    for (let filter = 0; filter < layer.to; filter++)
      for (let channel = 0; channel < layer.from; channel++)
        for (let place = 0; place < layer.kernel ** 2; place++) counted += 1
  expect(multiplyAddsOf(layer, 5)).toBe(counted)
})

it('knows where a bottleneck stops saving', () => {
  for (const kernel of [1, 3, 5, 7]) {
    const r = evenShare(kernel)
    expect(kernel ** 2 * r ** 2 + 2 * r).toBeCloseTo(kernel ** 2, 9)
    for (const channels of [1, 2, 16, 250, 256]) {
      const last = lastThatSaves(channels, kernel)
      const weights = (narrow: number) => sum(bottleneck({ channels, narrow, kernel }), weightsOf)
      const whole = kernel ** 2 * channels ** 2
      expect(last === 0 || weights(last) < whole).toBe(true)
      expect(weights(last + 1)).toBeGreaterThanOrEqual(whole)
    }
  }
  expect(lastThatSaves(256, 3)).toBe(229)
})
