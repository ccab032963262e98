/** A drawing made ready for a network as the digits of MNIST were: scaled, centred and reduced. No tfjs, no DOM. */
import { areaAverage } from './areaAverage.ts'

/** How the digits that a network learned from lie in their images. */
export interface Fit {
  /** Share of the image's side that the longer side of a digit takes. */
  fill: number
  /** What is in the middle of the image: the digit's centre of mass, or the middle of the box around it. */
  middle: 'mass' | 'box'
}

/** As LeCun, Cortes and Burges made MNIST: 20 of 28 pixels, around the centre of mass. */
export const likeMnist: Fit = { fill: 20 / 28, middle: 'mass' }
/**
 * As the book draws digits. A nearest-neighbour classifier that knows the book's digits reads 99% of drawings fitted
 * like this, and 85% to 92% of the same drawings fitted like MNIST.
 */
export const likeBook: Fit = { fill: 0.82, middle: 'box' }

/**
 * Scales and moves a drawing as `fit` says, and averages it down to `size` x `size` pixels.
 * @param ink brightness of `side` x `side` pixels in [0, 1], 1 is ink.
 * @returns `size * size` numbers in [0, 1]; null where nothing has been drawn.
 */
export function centre(
  ink: ArrayLike<number>,
  side: number,
  size: number,
  { fill, middle }: Fit = likeMnist,
): Float32Array | null {
  let [left, right, top, bottom] = [side, -1, side, -1]
  let [mass, x, y] = [0, 0, 0]
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const here = ink[row * side + column]!
      if (!(here > 0)) continue
      left = Math.min(left, column)
      right = Math.max(right, column)
      top = Math.min(top, row)
      bottom = Math.max(bottom, row)
      mass += here
      x += here * (column + 0.5)
      y += here * (row + 0.5)
    }
  }
  if (mass === 0) return null
  const window = Math.max(right - left + 1, bottom - top + 1) / fill
  const [atX, atY] =
    middle === 'mass' ? [x / mass, y / mass] : [(left + right + 1) / 2, (top + bottom + 1) / 2]
  const square = { left: atX - window / 2, top: atY - window / 2, side: window }
  // Sums of rounded shares may exceed a whole by the last digit.
  return areaAverage({ rows: side, columns: side }, size, square)(ink).map((value) => Math.min(1, value))
}
