/** Eigenvalues and eigenvectors of small symmetric matrices. Plain numbers, no tfjs. */

export interface Eigen {
  /** From the greatest to the least. */
  values: number[]
  /** `vectors[k]` is the unit vector of `values[k]`; its sign is arbitrary. */
  vectors: number[][]
}

/** A matrix of 11 by 11 needs about eight sweeps; this many mean that something is not a number. */
const mostSweeps = 60

/**
 * Jacobi's method with cyclic sweeps: rotates one pair of axes after the other until nothing is left off the diagonal
 * (Golub and Van Loan, Matrix Computations, section 8.5). Takes O(n³) a sweep: for matrices of up to about 100 rows.
 * @param matrix rows, symmetric; only read.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length
  const a = matrix.map((row) => [...row])
  const rows = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)))
  const size = a.flat().reduce((sum, value) => sum + value ** 2, 0)
  for (let sweep = 0; ; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2
    if (off <= 1e-30 * size) break
    if (sweep === mostSweeps) {
      throw new Error(`symmetricEigen: expected a symmetric matrix of finite numbers, found ${off} left over`)
    }
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, rows, p, q)
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!)
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => rows[i]!) }
}

/** Turns the axes p and q so that a[p][q] becomes 0, and turns the eigenvectors found so far with them. */
function rotate(a: number[][], rows: number[][], p: number, q: number): void {
  const apq = a[p]![q]!
  if (apq === 0) return
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = c * x - s * y
    row[q] = s * x + c * y
  }
  for (const matrix of [a, rows]) {
    const [first, second] = [matrix[p]!, matrix[q]!]
    for (let k = 0; k < first.length; k++) {
      const [x, y] = [first[k]!, second[k]!]
      first[k] = c * x - s * y
      second[k] = s * x + c * y
    }
  }
}
