import { expect, it } from 'vitest'
import { contour } from './contour.ts'

it('finds a straight boundary where the value crosses', () => {
  const grid = [0, 0.25, 0.75, 0, 0.25, 0.75, 0, 0.25, 0.75]
  expect(contour(grid, 3, 0.5)).toEqual([1.5, 0, 1.5, 1, 1.5, 1, 1.5, 2])
})

it('is empty where there is no boundary', () => {
  expect(contour(new Float32Array(16).fill(0.5), 4, 0.5)).toEqual([])
  expect(contour(new Float32Array(16).fill(0.9), 4, 0.5)).toEqual([])
  expect(contour(new Float32Array(16).fill(Number.NaN), 4, 0.5)).toEqual([])
})

it('closes around a hill, every point at the radius', () => {
  const size = 41
  const grid = Float32Array.from({ length: size * size }, (_, i) => {
    const x = (i % size) - 20
    const y = Math.floor(i / size) - 20
    return Math.hypot(x, y)
  })
  const pieces = contour(grid, size, 10.1)
  const ends = new Map<string, number>()
  for (let i = 0; i < pieces.length; i += 2) {
    const [x, y] = [pieces[i]!, pieces[i + 1]!]
    expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(10.1, 0)
    const key = `${x.toFixed(4)},${y.toFixed(4)}`
    ends.set(key, (ends.get(key) ?? 0) + 1)
  }
  expect([...ends.values()].every((times) => times === 2)).toBe(true)
})

it('joins a saddle through the middle when the middle is above', () => {
  const joined = contour([1, 0.2, 0.2, 1], 2, 0.5)
  const apart = contour([0.7, 0, 0, 0.7], 2, 0.5)
  expect(joined).toHaveLength(8)
  expect(apart).toHaveLength(8)
  // Corner a above and cut off: the piece at the west end also ends north.
  expect(apart.slice(0, 2)[1]).toBe(0)
  expect(apart[2]).toBe(0)
  expect(joined[2]).toBe(1)
})
