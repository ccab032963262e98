/** Matrix products in plain loops: the arithmetic of the TypeScript reference. */

/** A matrix within an array: element (i, j) stands at start + i * row + j * column. */
export interface Matrix {
  values: Float32Array
  start: number
  row: number
  column: number
}

/** `values` as a matrix with `columns` columns, stored row by row. */
export const matrix = (values: Float32Array, columns: number, start = 0): Matrix => ({
  values,
  start,
  row: columns,
  column: 1,
})

export const transposed = ({ values, start, row, column }: Matrix): Matrix => ({
  values,
  start,
  row: column,
  column: row,
})

/**
 * out = a b, or a b plus a row of biases. `a` is m x k, `b` is k x n; `out` is stored row by row and without gaps.
 * In blocks of 2 x 4, so that each number that is read is used more than once.
 */
export function product(
  m: number,
  k: number,
  n: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  bias?: Matrix,
): void {
  const wide = n - (n % 4)
  const tall = m - (m % 2)
  for (let i = 0; i < tall; i += 2) for (let j = 0; j < wide; j += 4) block(k, i, j, a, b, out, bias)
  for (let i = 0; i < m; i++) for (let j = i < tall ? wide : 0; j < n; j++) single(k, i, j, a, b, out, bias)
}

function block(k: number, i: number, j: number, a: Matrix, b: Matrix, out: Matrix, bias: Matrix | undefined) {
  const [av, bv, step, down] = [a.values, b.values, a.column, b.row]
  let [p, r] = [a.start + i * a.row, b.start + j * b.column]
  let q = p + a.row
  const [r1, r2, r3] = [b.column, 2 * b.column, 3 * b.column]
  const at = bias ? bias.start + j : 0
  let s00 = bias ? bias.values[at]! : 0
  let s01 = bias ? bias.values[at + 1]! : 0
  let s02 = bias ? bias.values[at + 2]! : 0
  let s03 = bias ? bias.values[at + 3]! : 0
  let [s10, s11, s12, s13] = [s00, s01, s02, s03]
  for (let t = 0; t < k; t++) {
    const x = av[p]!
    const y = av[q]!
    const w0 = bv[r]!
    const w1 = bv[r + r1]!
    const w2 = bv[r + r2]!
    const w3 = bv[r + r3]!
    s00 += x * w0
    s01 += x * w1
    s02 += x * w2
    s03 += x * w3
    s10 += y * w0
    s11 += y * w1
    s12 += y * w2
    s13 += y * w3
    p += step
    q += step
    r += down
  }
  const to = out.values
  const o = out.start + i * out.row + j
  const u = o + out.row
  to[o] = s00
  to[o + 1] = s01
  to[o + 2] = s02
  to[o + 3] = s03
  to[u] = s10
  to[u + 1] = s11
  to[u + 2] = s12
  to[u + 3] = s13
}

function single(
  k: number,
  i: number,
  j: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  bias: Matrix | undefined,
) {
  const [av, bv] = [a.values, b.values]
  let [p, r] = [a.start + i * a.row, b.start + j * b.column]
  let sum = bias ? bias.values[bias.start + j]! : 0
  for (let t = 0; t < k; t++) {
    sum += av[p]! * bv[r]!
    p += a.column
    r += b.row
  }
  out.values[out.start + i * out.row + j] = sum
}

/** The sums of the columns of an m x n matrix. */
export function columnSums(
  m: number,
  n: number,
  values: Float32Array,
  out: Float32Array,
  start: number,
): void {
  out.fill(0, start, start + n)
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[start + j]! += values[i * n + j]!
}
