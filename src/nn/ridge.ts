/** Least squares with a penalty on the weights, and the shortest weights where many fit. Closed form, no tfjs. */

/**
 * The w of the least |Xw − y|² + λ|w|². At λ = 0 with more features than points, where many w fit, the shortest
 * (which is the limit for λ → 0).
 *
 * The solution is that of the normal equations (XᵀX + λI)w = Xᵀy. They are not formed: the condition number of XᵀX is
 * that of X squared, and for powers of x up to 12 little of a double's 16 digits would be left. A QR factorisation by
 * Householder reflections of X with √λ I below it works on X itself (Golub and Van Loan, Matrix Computations, sections
 * 5.3 and 5.6). Where features outnumber points it is taken of Xᵀ with √λ I below: the shortest solution of
 * [X, √λ I](w, u) = y has this w.
 * @param features the columns of X, each with its value at every point.
 * @param y one number per point.
 * @param lambda λ, at least 0; added to the sum of squares, not to their mean.
 * @returns one weight per feature.
 */
export function ridge(features: readonly Float64Array[], y: Float64Array, lambda: number): Float64Array {
  const [points, count] = [y.length, features.length]
  if (!(lambda >= 0)) throw new Error(`ridge: expected a penalty of at least 0, found ${lambda}`)
  const odd = features.find(({ length }) => length !== points)
  if (odd)
    throw new Error(
      `ridge: expected features of ${points} values, as many as y has, found one of ${odd.length}`,
    )
  const root = Math.sqrt(lambda)
  if (count <= points) {
    const { columns, diagonal } = factor(features.map((feature, j) => extended(feature, j, count, root)))
    const rotated = extended(y, -1, count, root)
    for (const column of columns.entries()) reflect(rotated, column)
    return backward(columns, diagonal, rotated)
  }
  const rows = Array.from(y, () => new Float64Array(count))
  for (const [j, feature] of features.entries()) for (let i = 0; i < points; i++) rows[i]![j] = feature[i]!
  const { columns, diagonal } = factor(rows.map((row, i) => extended(row, i, points, root)))
  const solved = new Float64Array(count + (root > 0 ? points : 0))
  solved.set(forward(columns, diagonal, y))
  for (let k = points - 1; k >= 0; k--) reflect(solved, [k, columns[k]!])
  return solved.slice(0, count)
}

/** A copy with the column of √λ I that belongs to it below; place −1 has none of it. */
function extended(column: Float64Array, place: number, size: number, root: number): Float64Array {
  const longer = new Float64Array(column.length + (root > 0 ? size : 0))
  longer.set(column)
  if (root > 0 && place >= 0) longer[column.length + place] = root
  return longer
}

interface Factored {
  /** Above its diagonal place k column k holds R; from k on the vector of reflection k, of length √2. */
  columns: Float64Array[]
  /** Of R. */
  diagonal: Float64Array
}

/** QR by Householder reflections, in place. @param columns no more than each has rows, none a sum of the others. */
function factor(columns: Float64Array[]): Factored {
  const diagonal = new Float64Array(columns.length)
  const sizes = columns.map((column) => norm(column, 0))
  for (const [k, column] of columns.entries()) {
    const length = norm(column, k)
    if (!(length > 1e-14 * sizes[k]!))
      throw new Error(
        `ridge: expected independent columns, found that column ${k + 1} of ${columns.length} is a sum of those before it; ` +
          'leave it out, or take a penalty above 0',
      )
    // The sign that loses no digits.
    const corner = column[k]! > 0 ? -length : length
    diagonal[k] = corner
    column[k]! -= corner
    const scale = Math.SQRT2 / norm(column, k)
    for (let i = k; i < column.length; i++) column[i]! *= scale
    for (let j = k + 1; j < columns.length; j++) reflect(columns[j]!, [k, column])
  }
  return { columns, diagonal }
}

/** Mirrors a vector, in place, from place k on. */
function reflect(target: Float64Array, [k, by]: readonly [number, Float64Array]): void {
  let along = 0
  for (let i = k; i < by.length; i++) along += by[i]! * target[i]!
  for (let i = k; i < by.length; i++) target[i]! -= along * by[i]!
}

/** Rw = the first of `right`. */
function backward(
  columns: readonly Float64Array[],
  diagonal: Float64Array,
  right: Float64Array,
): Float64Array {
  const w = right.slice(0, columns.length)
  for (let k = w.length - 1; k >= 0; k--) {
    w[k]! /= diagonal[k]!
    for (let i = 0; i < k; i++) w[i]! -= columns[k]![i]! * w[k]!
  }
  return w
}

/** Rᵀz = `right`. */
function forward(
  columns: readonly Float64Array[],
  diagonal: Float64Array,
  right: Float64Array,
): Float64Array {
  const z = right.slice()
  for (let k = 0; k < z.length; k++) {
    for (let i = 0; i < k; i++) z[k]! -= columns[k]![i]! * z[i]!
    z[k]! /= diagonal[k]!
  }
  return z
}

function norm(column: Float64Array, from: number): number {
  let sum = 0
  for (let i = from; i < column.length; i++) sum += column[i]! ** 2
  return Math.sqrt(sum)
}
