import { describe, expect, it } from 'vitest'
import { random } from '../random.ts'
import { digits } from './digits.ts'
import type { Digits } from './digits.ts'

/** Share of test images whose nearest training image shows another digit. */
function nearestImageError({ train, test }: Digits): number {
  const d = train.features
  let wrong = 0
  for (let i = 0; i < test.count; i++) {
    let [best, label] = [Infinity, -1]
    for (let j = 0; j < train.count; j++) {
      let sum = 0
      for (let k = 0; k < d && sum < best; k++) sum += (test.x[i * d + k]! - train.x[j * d + k]!) ** 2
      if (sum < best) [best, label] = [sum, train.y[j]!]
    }
    if (label !== test.y[i]) wrong++
  }
  return wrong / test.count
}

const firstRowsOf = (x: Float32Array) =>
  Array.from({ length: 5 }, (_, i) => x.slice(i * 144, i * 144 + 144).join())

/** Brightness, as it was before standardising. */
const rawTest = (d: Digits) => d.test.x.map((value, i) => value * d.std + d.mean[i % 144]!)

const meanSquare = (values: Float32Array) =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length

describe('digits', () => {
  const data = digits(random(0), { train: 500, test: 200 })

  it('is decided by its seed', () => {
    expect(digits(random(0), { train: 500, test: 200 })).toEqual(data)
    expect(digits(random(1), { train: 500, test: 200 }).train.x).not.toEqual(data.train.x)
  })

  it('draws test images that the training set does not hold, whatever its size', () => {
    expect(firstRowsOf(data.train.x)).not.toEqual(firstRowsOf(data.test.x))
    const other = rawTest(digits(random(0), { train: 100, test: 200 }))
    expect(Math.max(...rawTest(data).map((value, i) => Math.abs(value - other[i]!)))).toBeLessThan(1e-5)
  })

  it('is balanced', () => {
    for (let label = 0; label < 10; label++) {
      expect(data.train.y.filter((y) => y === label)).toHaveLength(50)
      expect(data.test.y.filter((y) => y === label)).toHaveLength(20)
    }
  })

  it('can be left as brightness, with paper near 0 and ink near 1', () => {
    const plain = digits(random(0), { train: 500, test: 200, pixels: 'brightness' })
    const { x } = plain.test
    expect([Math.min(...x), Math.max(...x)]).toEqual([0, 1])
    expect(Math.max(...rawTest(data).map((value, i) => Math.abs(value - x[i]!)))).toBeLessThan(1e-5)
    expect([plain.std, ...plain.mean]).toEqual([1, ...Array<number>(144).fill(0)])
  })

  it('is standardised by the training set', () => {
    const { x, features, count } = data.train
    for (let pixel = 0; pixel < features; pixel++) {
      let sum = 0
      for (let i = 0; i < count; i++) sum += x[i * features + pixel]!
      expect(Math.abs(sum / count)).toBeLessThan(1e-5)
    }
    expect(meanSquare(x)).toBeCloseTo(1, 4)
    expect(meanSquare(data.test.x)).toBeGreaterThan(0.85)
    expect(meanSquare(data.test.x)).toBeLessThan(1.15)
  })

  it('has brightness between paper and ink, with ink in the middle and paper in the corners', () => {
    const { train, mean, std } = data
    const raw = train.x.map((value, i) => value * std + mean[i % 144]!)
    expect(Math.min(...raw)).toBeGreaterThan(-1e-5)
    expect(Math.max(...raw)).toBeLessThan(1 + 1e-5)
    const corners = [0, 11, 132, 143].map((pixel) => mean[pixel]!)
    expect(Math.max(...corners)).toBeLessThan(0.1)
    expect(Math.max(...mean)).toBeGreaterThan(0.35)
  })

  it('can be told apart, but not at once', () => {
    const error = nearestImageError(data)
    expect(error).toBeGreaterThan(0.08)
    expect(error).toBeLessThan(0.35)
  })

  it('has one shape for a digit at every size, and no noise if asked', () => {
    const large = digits(random(2), { train: 10, test: 10, size: 28, noise: 0, hard: 0 })
    expect(large.train.features).toBe(784)
    expect(nearestImageError(digits(random(2), { train: 40, test: 40, size: 16, noise: 0, hard: 0.1 }))).toBe(
      0,
    )
    expect(() => digits(random(0), { train: 10, test: 10, size: 8 })).toThrow('12 to 28 pixels, got 8')
  })
})
