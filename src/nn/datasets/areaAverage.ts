/** Reducing images: each new pixel is the average brightness of the area that it covers. No tfjs. */

/** A square part of an image, in its pixels; what lies outside the image is paper (0). */
export interface Square {
  left: number
  top: number
  side: number
}

/** Part of a line of pixels: pixel `first + i` covers the share `weights[i]` of one new pixel. */
interface Cover {
  first: number
  weights: Float32Array
}

/** How much each of `length` pixels covers of each of `size` new ones, which divide [start, start + side] evenly. */
function covers(length: number, start: number, side: number, size: number): Cover[] {
  const step = side / size
  return Array.from({ length: size }, (_, i) => {
    const [from, to] = [start + i * step, start + (i + 1) * step]
    const first = Math.min(length, Math.max(0, Math.floor(from)))
    const last = Math.max(first, Math.min(length, Math.ceil(to)))
    const weights = Float32Array.from({ length: last - first }, (__, k) => {
      const pixel = first + k
      return Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel)) / step
    })
    return { first, weights }
  })
}

/** The smallest square around a whole image, with the image in its middle. */
const aroundAll = (rows: number, columns: number): Square => {
  const side = Math.max(rows, columns)
  return { left: (columns - side) / 2, top: (rows - side) / 2, side }
}

/**
 * Makes a function that reduces (or enlarges) the part `square` of images of `rows` x `columns` to `size` x `size`.
 * Ink is kept: the sum over the new pixels times (side / size)² is the sum over the part.
 * The function reads one image from `image` at `offset` and writes `size * size` numbers, which it returns; they are
 * overwritten by the next call.
 */
export function areaAverage(
  { rows, columns }: { rows: number; columns: number },
  size: number,
  square: Square = aroundAll(rows, columns),
): (image: ArrayLike<number>, offset?: number) => Float32Array {
  const across = covers(columns, square.left, square.side, size)
  const down = covers(rows, square.top, square.side, size)
  const narrow = new Float32Array(rows * size)
  const reduced = new Float32Array(size * size)
  return (image, offset = 0) => {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < size; i++) {
        const { first, weights } = across[i]!
        const start = offset + row * columns + first
        let sum = 0
        for (let k = 0; k < weights.length; k++) sum += weights[k]! * image[start + k]!
        narrow[row * size + i] = sum
      }
    }
    for (let i = 0; i < size; i++) {
      const { first, weights } = down[i]!
      for (let column = 0; column < size; column++) {
        let sum = 0
        for (let k = 0; k < weights.length; k++) sum += weights[k]! * narrow[(first + k) * size + column]!
        reduced[i * size + column] = sum
      }
    }
    return reduced
  }
}
