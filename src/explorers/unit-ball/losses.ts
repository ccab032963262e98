/** What a loss takes: as many predictions as targets. No DOM. */

const errorsOf = (predictions: readonly number[], targets: readonly number[]): number[] => {
  if (predictions.length !== targets.length || targets.length === 0)
    throw new Error(
      `loss: expected as many predictions as targets, and one at least, got ${predictions.length} and ${targets.length}`,
    )
  return predictions.map((prediction, i) => prediction - (targets[i] ?? 0))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The mean over examples of |prediction − target|: the 1-norm of the errors, divided by how many there are. */
export const meanAbsoluteError = (predictions: readonly number[], targets: readonly number[]): number =>
  mean(errorsOf(predictions, targets).map(Math.abs))

/** The mean over examples of (prediction − target)²: the 2-norm of the errors, squared and divided by their number. */
export const meanSquaredError = (predictions: readonly number[], targets: readonly number[]): number =>
  mean(errorsOf(predictions, targets).map((error) => error ** 2))
