/** A line through rows, with the loss 1/2 mean (w · x + b − y)², row by row: for steps on some of them. No tfjs. */

/** Rows of numbers and a target for each. */
export interface LinearRows {
  /** `[count, features]`, flat. */
  x: Float32Array
  /** `[count]`. */
  y: Float32Array
  count: number
  features: number
}

/** w · x + b − y of one row; `theta` holds the weights w and then the bias b. */
function errorOf({ x, y, features }: LinearRows, theta: ArrayLike<number>, row: number): number {
  let answer = theta[features]!
  for (let j = 0; j < features; j++) answer += theta[j]! * x[row * features + j]!
  return answer - y[row]!
}

/** Half the mean of the squared errors over all rows. */
export function linearLoss(rows: LinearRows, theta: ArrayLike<number>): number {
  let sum = 0
  for (let row = 0; row < rows.count; row++) sum += errorOf(rows, theta, row) ** 2
  return sum / (2 * rows.count)
}

/**
 * The gradient of half the mean of the squared errors over the rows `picks`, by the weights and then the bias, in double
 * precision: mean error · x, mean error.
 * @param picks row numbers, at least one.
 */
export function linearGradient(
  rows: LinearRows,
  theta: ArrayLike<number>,
  picks: ArrayLike<number>,
): Float64Array {
  const { x, features } = rows
  const gradient = new Float64Array(features + 1)
  for (let k = 0; k < picks.length; k++) {
    const row = picks[k]!
    const share = errorOf(rows, theta, row) / picks.length
    for (let j = 0; j < features; j++) gradient[j]! += share * x[row * features + j]!
    gradient[features]! += share
  }
  return gradient
}
