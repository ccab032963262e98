import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread } from './spread.ts'

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
  const wishes = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(wishes, (wanted) => {
      const placed = spread(wanted, 30, 0, 300)
      const byWish = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
      byWish.forEach((i, k) => {
        expect(placed[i]!).toBeGreaterThanOrEqual(-1e-6)
        expect(placed[i]!).toBeLessThanOrEqual(300 + 1e-6)
        if (k > 0) expect(placed[i]! - placed[byWish[k - 1]!]!).toBeGreaterThanOrEqual(30 - 1e-6)
      })
    }),
  )
})
