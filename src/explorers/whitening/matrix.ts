/** Vectors and matrices of the plane: as much of them as a cloud of two features needs. No DOM. */

export type Vector = readonly [number, number]
/** Two rows. */
export type Matrix = readonly [Vector, Vector]

export const identity: Matrix = [
  [1, 0],
  [0, 1],
]

export const apply = ([[a, b], [c, d]]: Matrix, [x, y]: Vector): Vector => [a * x + b * y, c * x + d * y]

export const transpose = ([[a, b], [c, d]]: Matrix): Matrix => [
  [a, c],
  [b, d],
]

/** The matrix that does what `second` does after what `first` does: `second` · `first`. */
export const multiply = (second: Matrix, first: Matrix): Matrix => {
  const [left, right] = transpose(first)
  return transpose([apply(second, left), apply(second, right)])
}

export const diagonal = (first: number, second: number): Matrix => [
  [first, 0],
  [0, second],
]

/** A turn about the origin, counterclockwise. */
export const rotation = (degrees: number): Matrix => {
  const angle = (degrees * Math.PI) / 180
  return [
    [Math.cos(angle), -Math.sin(angle)],
    [Math.sin(angle), Math.cos(angle)],
  ]
}
