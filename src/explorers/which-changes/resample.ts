/** Square images that are moved, turned, squashed and mirrored. No randomness, no DOM. */

export type Mirror = 'no' | 'leftRight' | 'upDown'

/** In this order: stretched, mirrored, turned about the middle, moved. */
export interface Change {
  /** What width and height are multiplied by; above 0. */
  width: number
  height: number
  mirror: Mirror
  /** Degrees, clockwise. */
  turn: number
  /** Pixels. */
  right: number
  down: number
}

export const unchanged: Change = { width: 1, height: 1, mirror: 'no', turn: 0, right: 0, down: 0 }

/**
 * The changed image. Each of its pixels asks where it was before, and takes the brightness there, between pixels in
 * proportion to how near they are (bilinear interpolation). What comes in from outside is paper, 0.
 * @param image `size * size` numbers, row by row from the top left.
 * @throws where `image` has another length, or is stretched by a factor that is not above 0.
 */
export function resample(image: ArrayLike<number>, size: number, change: Change): Float32Array {
  if (image.length !== size * size)
    throw new Error(`resample: expected ${size * size} pixels, found ${image.length}`)
  const { width, height, mirror, turn, right, down } = change
  if (!(width > 0 && height > 0))
    throw new Error(`resample: expected factors above 0, found ${width} and ${height}`)
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [across, along] = [mirror === 'leftRight' ? -width : width, mirror === 'upDown' ? -height : height]
  const middle = (size - 1) / 2
  const at = (column: number, row: number) =>
    column >= 0 && column < size && row >= 0 && row < size ? image[row * size + column]! : 0
  return Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [(i % size) - middle - right, Math.floor(i / size) - middle - down]
    const column = (cos * x + sin * y) / across + middle
    const row = (cos * y - sin * x) / along + middle
    const [left, top] = [Math.floor(column), Math.floor(row)]
    const [a, b] = [column - left, row - top]
    return (
      (1 - b) * ((1 - a) * at(left, top) + a * at(left + 1, top)) +
      b * ((1 - a) * at(left, top + 1) + a * at(left + 1, top + 1))
    )
  })
}

/** How far two images are apart as points with a coordinate for each pixel: the length of their difference. */
export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(Array.from(a, (value, i) => (value - b[i]!) ** 2).reduce((sum, square) => sum + square, 0))

const sum = (image: ArrayLike<number>) => Array.from(image).reduce((total, value) => total + value, 0)

/** The share of the ink that is still on the paper, where nothing but a move or a turn could take it away; 1 for an empty image. */
export function inkKept(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { width, height }: Change,
): number {
  const all = sum(before) * width * height
  return all > 0 ? Math.min(1, sum(after) / all) : 1
}
