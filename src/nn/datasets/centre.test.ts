import { describe, expect, it } from 'vitest'
import { centre, likeBook } from './centre.ts'

/** A rectangle of ink on a square of paper. */
function rectangle(side: number, [left, top, width, height]: readonly [number, number, number, number]) {
  const ink = new Float32Array(side * side)
  for (let row = top; row < top + height; row++) {
    for (let column = left; column < left + width; column++) ink[row * side + column] = 1
  }
  return ink
}

/** Mean position of the ink, in pixels, and its amount. */
function moments(image: Float32Array, size: number) {
  let [mass, x, y] = [0, 0, 0]
  for (const [i, ink] of image.entries()) {
    mass += ink
    x += ink * ((i % size) + 0.5)
    y += ink * (Math.floor(i / size) + 0.5)
  }
  return { mass, x: x / mass, y: y / mass }
}

describe('centre', () => {
  it('says that there is nothing where nothing is drawn', () => {
    expect(centre(new Float32Array(100), 10, 5)).toBeNull()
  })

  it('puts the centre of mass into the middle and the longer side to 20 of 28', () => {
    const { mass, x, y } = moments(centre(rectangle(100, [3, 50, 10, 40]), 100, 28)!, 28)
    expect(x).toBeCloseTo(14, 4)
    expect(y).toBeCloseTo(14, 4)
    // 40 high becomes 20 high, so 10 wide becomes 5 wide.
    expect(mass).toBeCloseTo(20 * 5, 3)
    // And 28 * 0.82 high in the book's own way.
    expect(moments(centre(rectangle(100, [3, 50, 10, 40]), 100, 28, likeBook)!, 28).mass).toBeCloseTo(
      (28 * 0.82) ** 2 / 4,
      3,
    )
  })

  it('does not depend on where and how large the drawing is', () => {
    const small = centre(rectangle(120, [10, 10, 12, 30]), 120, 12)!
    const large = centre(rectangle(120, [70, 20, 36, 90]), 120, 12)!
    for (const [i, value] of small.entries()) expect(value).toBeCloseTo(large[i]!, 5)
  })

  it('centres by mass, not by the box', () => {
    const ink = rectangle(60, [10, 10, 20, 20])
    ink[10 * 60 + 40] = 1
    const { x, y } = moments(centre(ink, 60, 14)!, 14)
    expect(x).toBeCloseTo(7, 2)
    expect(y).toBeCloseTo(7, 2)
  })

  it('centres by the box for the book’s digits, so that no end of a stroke is cut off', () => {
    // A heavy top bar and a thin long tail, as of a 7.
    const ink = rectangle(100, [20, 10, 60, 12])
    for (let row = 22; row < 90; row++) ink.fill(1, row * 100 + 46, row * 100 + 54)
    const total = ink.reduce((sum, value) => sum + value, 0)
    const image = centre(ink, 100, 20, likeBook)!
    const scale = (80 / 0.82 / 20) ** 2
    expect(moments(image, 20).mass * scale).toBeCloseTo(total, 1)
    expect(moments(centre(ink, 100, 20)!, 20).y).toBeGreaterThan(moments(image, 20).y)
  })

  it('stays between paper and ink, for a single dot and a full sheet too', () => {
    for (const drawn of [
      [0, 0, 1, 1],
      [0, 0, 40, 40],
      [39, 0, 1, 40],
    ] as const) {
      const image = centre(rectangle(40, drawn), 40, 12)!
      expect(Math.min(...image)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...image)).toBeLessThanOrEqual(1)
      expect(moments(image, 12).mass).toBeGreaterThan(0.5)
    }
  })
})
