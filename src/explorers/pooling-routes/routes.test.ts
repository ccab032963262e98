import { expect, test } from 'vitest'
import {
  arriving,
  comparison,
  drawsOf,
  gradients,
  outputSide,
  pool,
  shifted,
  side,
  startingMap,
  windowsOf,
  type Kind,
} from './routes.ts'

const map = Array.from({ length: side * side }, (_, i) => (i * 7) % 10)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const kinds: Kind[] = ['max', 'average', 'stochastic', 'globalAverage', 'globalMax']

test('windows: side by side, overlapping, and the whole map', () => {
  expect(windowsOf('max', 2)).toHaveLength(9)
  expect(windowsOf('max', 2)[4]).toEqual([14, 15, 20, 21])
  expect(windowsOf('average', 3)).toHaveLength(4)
  expect(windowsOf('average', 3)[1]).toEqual([2, 3, 4, 8, 9, 10, 14, 15, 16])
  expect(windowsOf('globalMax', 3)).toEqual([Array.from({ length: 36 }, (_, i) => i)])
  expect(outputSide('stochastic', 3)).toBe(2)
})

test.each(kinds)('%s: the gradient is the derivative of the outputs, weighted by what arrives', (kind) => {
  // No two numbers tie, so a small step changes no winner.
  const values = map.map((value, i) => value + 1 + i / 100)
  const draws = drawsOf(3, 9)
  const arrives = arriving(kind, outputSide(kind, 2) ** 2)
  const outputs = pool(values, kind, 2, draws)
  const given = gradients(outputs, arrives)
  const h = 1e-4
  const at = (place: number, offset: number) => {
    const moved = values.map((value, i) => (i === place ? value + offset : value))
    return sum(pool(moved, kind, 2, draws).map(({ value }, i) => value * arrives[i]!))
  }
  given.forEach((each, place) => {
    expect(each).toBeCloseTo((at(place, h) - at(place, -h)) / (2 * h), 5)
  })
  expect(sum(given)).toBeCloseTo(sum(arrives), 9)
})

test('the first of numbers that tie has the gradient, and zeros pass none on when they are drawn from', () => {
  const zeros = Array<number>(36).fill(0)
  expect(gradients(pool(zeros, 'max', 2, []), arriving('max', 9))[0]).toBe(4)
  expect(sum(gradients(pool(zeros, 'stochastic', 2, drawsOf(0, 9)), arriving('stochastic', 9)))).toBe(0)
})

test('a shift by the stride moves the outputs by one place', () => {
  const before = pool(map, 'average', 2, [])
  const after = pool(shifted(map, 2), 'average', 2, [])
  for (const i of [1, 2, 4, 5, 7, 8]) expect(after[i]!.value).toBe(before[i - 1]!.value)
  for (const i of [0, 3, 6]) expect(after[i]!.value).toBe(0)
})

test('the first map: whole numbers from 0 to 9, with ties and with windows of zeros to try', () => {
  const first = startingMap()
  expect(first).toHaveLength(36)
  for (const value of first) expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(value)
  expect(Math.max(...first)).toBe(9)
  const ties = windowsOf('max', 2).filter((places) => {
    const values = places.map((place) => first[place]!)
    return values.filter((value) => value === Math.max(...values)).length > 1
  })
  expect(ties.length).toBeGreaterThan(0)
  expect(windowsOf('max', 2)[3]!.map((place) => first[place])).toEqual([6, 0, 4, 0])
})

test('the first map, one pixel to the right: fewer maxima change than averages, and not none', () => {
  const changed = (kind: Kind) => {
    const [before, after] = [0, 1].map((by) => pool(shifted(startingMap(), by), kind, 2, []))
    return comparison(before!, after!).changed
  }
  expect(changed('max')).toBe(2)
  expect(changed('average')).toBe(5)
  // What leaves at the right are zeros, so the mean of the whole map stays.
  expect(changed('globalAverage')).toBe(0)
})
