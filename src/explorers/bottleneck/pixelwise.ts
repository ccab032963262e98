/** A 1 × 1 convolution from three channels to two, small enough to be written out. No DOM. */

export const side = 4
/** Three channels of side × side numbers, row by row. */
export const channels: readonly (readonly number[])[] = [
  [2, 0, 1, 3, 1, 1, 0, 2, 0, 3, 2, 1, 1, 2, 0, 0],
  [0, 1, 1, 0, 2, 0, 3, 1, 1, 0, 1, 2, 3, 0, 2, 1],
  [1, 2, 0, 1, 0, 3, 1, 0, 2, 1, 0, 0, 1, 1, 3, 2],
]
/** A row of weights for each filter: a 1 × 1 filter has one for each channel that comes in. */
export const filters: readonly (readonly number[])[] = [
  [1, -1, 2],
  [0, 2, -1],
]

/** What stands at a pixel, a number for each channel. */
export const vectorAt = (pixel: number): number[] => channels.map((channel) => channel[pixel]!)

/** A dense layer without biases: the same for every pixel. */
export const dense = (vector: readonly number[]): number[] =>
  filters.map((weights) => weights.reduce((total, weight, i) => total + weight * vector[i]!, 0))

/** The two maps that go out, row by row. */
export const outputs = (): number[][] =>
  filters.map((_, filter) =>
    Array.from({ length: side * side }, (__, pixel) => dense(vectorAt(pixel))[filter]!),
  )

const signed = (value: number) => String(value).replace('-', '−')

/** "1 × 2 − 1 × 0 + 2 × 1 = 4". */
export function sumWords(filter: number, pixel: number): string {
  const vector = vectorAt(pixel)
  const terms = filters[filter]!.map(
    (weight, i) =>
      `${i === 0 ? signed(weight) : `${weight < 0 ? '−' : '+'} ${Math.abs(weight)}`} × ${vector[i]!}`,
  )
  return `${terms.join(' ')} = ${signed(dense(vector)[filter]!)}`
}
