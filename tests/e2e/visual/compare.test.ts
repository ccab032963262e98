/** What the comparison sees and what it lets pass, on pictures made for it. */
import { expect, test } from 'vitest'
import { difference, tolerance } from './compare.ts'
import type { Small } from './reduce.ts'

/** A grey picture, 20 by 10 blocks, some of them otherwise. */
function grey(change: (x: number, y: number) => number = () => 0): Small {
  const rgb = new Uint8Array(20 * 10 * 3)
  for (let y = 0; y < 10; y++)
    for (let x = 0; x < 20; x++) rgb.fill(128 + change(x, y), 3 * (20 * y + x), 3 * (20 * y + x) + 3)
  return { width: 20, height: 10, rgb }
}
const compare = (now: Small, then = grey()) => difference(now, then, 8, tolerance)?.words ?? null

test('the same, and the edges of letters smoothed otherwise, are no difference', () => {
  expect(compare(grey())).toBeNull()
  expect(compare(grey((x, y) => (y === 4 && x < 15 ? tolerance : 0)))).toBeNull()
})

test('one block that changed is found, and named by its place', () => {
  expect(compare(grey((x, y) => (x === 3 && y === 5 ? tolerance + 4 : 0)))).toBe(
    '1 blocks of 8 px differ, by up to 16 of 255, from (24, 40) to (32, 48)',
  )
})

test('a faint tint over a large part is found', () => {
  expect(compare(grey((x) => (x < 5 ? 4 : 0)))).toBe('50 of 200 blocks differ a little')
})

test('another size is found', () => {
  const higher = { ...grey(), height: 9 }
  expect(compare(higher)).toMatch(/^it is 160 × 72 px and was 160 × 80 px/)
})
