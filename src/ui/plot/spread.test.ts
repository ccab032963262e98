import { array, assert, double, property } from 'fast-check'
import { expect, it } from 'vitest'
import { clearAbove, spread } from './spread.ts'

it('leaves labels alone that do not collide', () => {
  expect(spread([10, 100, 50], 20, 0, 200)).toEqual([10, 100, 50])
})

it('shares the displacement between two that collide', () => {
  expect(spread([50, 50], 20, 0, 200)).toEqual([40, 60])
  expect(spread([55, 50], 20, 0, 200)).toEqual([62.5, 42.5])
})

it('stays inside', () => {
  expect(spread([0, 0, 0], 20, 0, 200)).toEqual([0, 20, 40])
  expect(spread([200, 199], 20, 0, 200)).toEqual([200, 180])
})

it('keeps gap, order and limits whatever is wanted', () => {
  const wishes = array(double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 6 })
  assert(
    property(wishes, (wanted) => {
      const placed = spread(wanted, 30, 0, 300)
      const byWish = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
      const inOrder = byWish.map((i) => placed[i]!)
      const gaps = inOrder.slice(1).map((at, k) => at - inOrder[k]!)
      expect(Math.min(...inOrder)).toBeGreaterThanOrEqual(-1e-6)
      expect(Math.max(...inOrder)).toBeLessThanOrEqual(300 + 1e-6)
      expect(Math.min(30, ...gaps)).toBeGreaterThanOrEqual(30 - 1e-6)
    }),
    { seed: 1 },
  )
})

it('what gives way upwards stands free, or nowhere', () => {
  expect(clearAbove(100, 13, [], 0)).toBe(100)
  expect(clearAbove(100, 13, [[88, 118]], 0)).toBe(88)
  expect(
    clearAbove(
      100,
      13,
      [
        [60, 80],
        [88, 118],
        [76, 90],
      ],
      0,
    ),
  ).toBe(60)
  expect(clearAbove(100, 13, [[88, 118]], 80)).toBeNull()
  expect(
    clearAbove(
      100,
      13,
      [
        [110, 120],
        [40, 60],
      ],
      0,
    ),
  ).toBe(100)
})
