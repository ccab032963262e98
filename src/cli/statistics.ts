/** Over seeds. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a sample: divides by one less than there are. NaN of fewer than two. */
export const standardDeviation = (values: readonly number[]): number => {
  const middle = mean(values)
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(0, values.length - 1),
  )
}
