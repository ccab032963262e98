import { expect, it } from 'vitest'
import { thinned, thinPath } from './thin.ts'

it('keeps ends and corners, and drops what lies between', () => {
  const line = [0, 1, 2, 3, 4].map((x) => ({ x, y: x < 3 ? 0 : 5 }))
  expect(thinned(line, 0.3).map(({ x }) => x)).toEqual([0, 2, 3, 4])
  expect(thinned([line[0]!], 0.3)).toEqual([line[0]])
})

it('stays within the tolerance of every old point', () => {
  const curve = Array.from({ length: 400 }, (_, i) => ({ x: i, y: 40 * Math.sin(i / 17) }))
  const few = thinned(curve, 0.3)
  expect(few.length).toBeLessThan(150)
  for (const { x, y } of curve) {
    const after = few.findIndex((point) => point.x >= x)
    const [a, b] = [few[Math.max(0, after - 1)]!, few[after]!]
    const between = b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
    // Up and down; across the line it is less.
    expect(Math.abs(between - y)).toBeLessThan(0.3 * Math.hypot(1, 40 / 17) + 1e-9)
  }
})

it('writes each point from the one before, in tenths', () => {
  expect(thinPath('M48 100.2L50 90L52.5 90.4', 0.3)).toBe('M48 100.2l2-10.2 2.5 .4')
  expect(thinPath('M1 1L2 5L3 1L1 1Z', 0.3)).toBe('M1 1l1 4 1-4-2 0z')
  expect(thinPath('M1 1M5 5L6 9', 0.3)).toBe('M1 1M5 5l1 4')
  expect(thinPath('', 0.3)).toBe('')
})

it('does not guess at other paths', () => {
  expect(() => thinPath('M0 0C1 1 2 2 3 3', 0.3)).toThrow('Expected a path of M, L and Z')
})
