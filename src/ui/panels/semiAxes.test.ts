import { expect, it } from 'vitest'
import { semiAxes } from './semiAxes.ts'

it('draws circles in a round bowl, one of them through the start, each twice as wide as the one before', () => {
  const contours = semiAxes([3, 3], [3, 4], 6)
  for (const { x, y } of contours) expect(x).toBeCloseTo(y, 12)
  expect(contours.find(({ throughStart }) => throughStart)!.x).toBeCloseTo(5, 12)
  contours.slice(1).forEach(({ x }, i) => expect(x / contours[i]!.x).toBeCloseTo(2, 12))
})

it('goes on until the picture is full, in a canyon too', () => {
  const contours = semiAxes([1, 10_000], [1, 0], 1.5)
  const last = contours.at(-1)!
  expect(last.y).toBeGreaterThan(1.5)
  expect(contours.at(-2)!.y).toBeLessThan(1.5)
  expect(last.x / last.y).toBeCloseTo(100, 9)
})

it('has none around a start in the middle', () => {
  expect(semiAxes([1, 2], [0, 0], 1)).toEqual([])
})
