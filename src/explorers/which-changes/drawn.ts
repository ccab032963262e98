/** The book's digits as plain brightness, a few of each. No DOM. */
import { digits } from '../../nn/datasets/digits.ts'
import { random } from '../../nn/random.ts'
import { distance } from './resample.ts'

export const size = 12
/** Of each digit: one that is changed, and others to compare it with. */
const perDigit = 20

export interface Drawn {
  image: Float32Array
  /** The others of its digit, and those of all other digits. */
  others: readonly Float32Array[]
  strangers: readonly Float32Array[]
}

/** All images of a seed, classes in turn: row i is of digit i mod 10. Brightness in [0, 1]. */
export function drawings(seed: number): readonly Float32Array[] {
  const { train, mean, std } = digits(random(seed).split('drawings'), {
    train: 10 * perDigit,
    test: 10,
    size,
  })
  const { x, features, count } = train
  const row = (i: number) =>
    x
      .subarray(i * features, (i + 1) * features)
      .map((value, pixel) => Math.min(1, Math.max(0, value * std + mean[pixel]!)))
  return Array.from({ length: count }, (_, i) => row(i))
}

export const drawn = (all: readonly Float32Array[], digit: number): Drawn => ({
  image: all[digit]!,
  others: all.filter((_, i) => i % 10 === digit && i !== digit),
  strangers: all.filter((_, i) => i % 10 !== digit),
})

/** From the least to the greatest. */
export const distancesTo = (image: ArrayLike<number>, others: readonly ArrayLike<number>[]): number[] =>
  others.map((other) => distance(image, other)).sort((a, b) => a - b)
