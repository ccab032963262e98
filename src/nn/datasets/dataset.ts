/** What every data set is: rows of numbers with the class of each row. No tfjs. */

export interface Dataset {
  /** Row by row, length `count * features`. */
  x: Float32Array
  /** The class of each row, from 0. */
  y: Uint8Array
  count: number
  features: number
  classes: number
}

/**
 * Rows made one by one. Classes take turns (row i is of class i mod `classes`), so that every multiple of
 * `classes` rows from the start is exactly balanced.
 * @param row writes the features of one row of class `label` into `x`.
 */
export function generate(
  { count, features, classes }: Pick<Dataset, 'count' | 'features' | 'classes'>,
  row: (x: Float32Array, label: number) => void,
): Dataset {
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`data set: expected a whole number of rows of at least 1, got ${count}`)
  }
  const x = new Float32Array(count * features)
  const y = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const label = i % classes
    y[i] = label
    row(x.subarray(i * features, (i + 1) * features), label)
  }
  return { x, y, count, features, classes }
}

/** Two classes in the plane, coordinates of standard deviation of about 1, nearly all within [-3, 3]. */
export interface PlanarOptions {
  count: number
  /** Standard deviation of the normal noise added to both coordinates, in the plane's own unit. */
  noise: number
}
