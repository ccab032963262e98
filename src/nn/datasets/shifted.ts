/** Moved copies of images: the simplest data augmentation. No tfjs. */
import type { Dataset } from './dataset.ts'
import type { Digits } from './digits.ts'

/** Every way to move an image by at most `reach` pixels, [right, down]; not at all comes first. */
export function shifts(reach: number): [right: number, down: number][] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
  const all = steps.flatMap((down) => steps.map((right): [number, number] => [right, down]))
  return all.sort((a, b) => Math.abs(a[0]) + Math.abs(a[1]) - Math.abs(b[0]) - Math.abs(b[1]))
}

/**
 * The training images, each moved in all ways of `shifts(reach)`, one version after another: row i becomes the rows
 * i * versions to (i + 1) * versions - 1. What moves in from outside is paper. Standardised as the images are.
 * @param reach pixels, 0 or more.
 */
export function shiftedCopies({ train, mean, std }: Digits, reach: number): Dataset {
  const size = Math.sqrt(train.features)
  if (!Number.isInteger(size)) {
    throw new Error(`shifted copies: expected square images, got ${train.features} pixels`)
  }
  const ways = shifts(reach)
  const count = train.count * ways.length
  const x = new Float32Array(count * train.features)
  const y = new Uint8Array(count)
  for (let row = 0; row < count; row++) {
    const image = Math.floor(row / ways.length)
    const [right, down] = ways[row % ways.length]!
    y[row] = train.y[image]!
    for (let pixel = 0; pixel < train.features; pixel++) {
      const column = (pixel % size) - right
      const line = Math.floor(pixel / size) - down
      const inside = column >= 0 && column < size && line >= 0 && line < size
      const from = line * size + column
      const ink = inside ? train.x[image * train.features + from]! * std + mean[from]! : 0
      x[row * train.features + pixel] = (ink - mean[pixel]!) / std
    }
  }
  return { ...train, x, y, count }
}
