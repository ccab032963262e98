/** Images that are moved by whole pixels; what moves in from outside is paper, what moves out is gone. No tfjs. */
import type { Dataset } from '../../nn/datasets/dataset.ts'
import type { Digits } from '../../nn/datasets/digits.ts'

/** Pixels to the right and down; negative ones go left and up. */
export type Move = readonly [right: number, down: number]

/**
 * Writes one image, moved, into `into` at `at`.
 * @param row of `from`, which are images of `size` x `size` as `digits` has made them.
 */
export function writeMoved(
  from: Dataset,
  row: number,
  { mean, std }: Pick<Digits, 'mean' | 'std'>,
  [right, down]: Move,
  into: Float32Array,
  at: number,
): void {
  const size = Math.sqrt(from.features)
  for (let pixel = 0; pixel < from.features; pixel++) {
    const column = (pixel % size) - right
    const line = Math.floor(pixel / size) - down
    const inside = column >= 0 && column < size && line >= 0 && line < size
    const source = line * size + column
    const ink = inside ? from.x[row * from.features + source]! * std + mean[source]! : 0
    into[at + pixel] = (ink - mean[pixel]!) / std
  }
}

const directions: readonly Move[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/**
 * The test images, each moved by so many pixels right, down, left or up. Directions take turns, after each ten images:
 * digits take turns, so every digit is moved in all four ways equally often.
 */
export function movedTest(digits: Digits, by: number): Dataset {
  const { test } = digits
  const x = new Float32Array(test.x.length)
  for (let row = 0; row < test.count; row++) {
    const [right, down] = directions[Math.floor(row / 10) % directions.length]!
    writeMoved(test, row, digits, [right * by, down * by], x, row * test.features)
  }
  return { ...test, x }
}

/** All places within `reach`, row by row from the top left. */
export const placesWithin = (reach: number): Move[] => {
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
  return offsets.flatMap((down) => offsets.map((right): Move => [right, down]))
}
