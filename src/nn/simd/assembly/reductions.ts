// Sums along an axis, and a row added to or multiplied with every row.
import { loadTail, storeTail, sumOf, zero } from './vector'

/** sums[j] = the sum over rows of x[row][j]; rows of `stride` bytes. */
export function columnSums(x: usize, rows: i32, columns: i32, stride: usize, sums: usize): void {
  for (; columns >= 4; columns -= 4) {
    let even = zero()
    let odd = zero()
    let p = x
    let left = rows
    for (; left >= 2; left -= 2) {
      even = f32x4.add(even, v128.load(p))
      odd = f32x4.add(odd, v128.load(p + stride))
      p += 2 * stride
    }
    if (left) even = f32x4.add(even, v128.load(p))
    v128.store(sums, f32x4.add(even, odd))
    x += 16
    sums += 16
  }
  if (columns == 0) return
  let sum = zero()
  for (let p = x, left = rows; left > 0; left--, p += stride) sum = f32x4.add(sum, loadTail(p, columns))
  storeTail(sums, sum, columns)
}

/** sums[o][i] = the sum over r of x[o][r][i]: any run of axes, summed away. */
export function sums(x: usize, outer: i32, reduced: i32, inner: i32, to: usize): void {
  if (inner > 1) {
    const row: usize = inner << 2
    for (; outer > 0; outer--, to += row, x += reduced * row) columnSums(x, reduced, inner, row, to)
    return
  }
  for (; outer > 0; outer--, to += 4) {
    let sum = zero()
    let left = reduced
    for (; left >= 4; left -= 4, x += 16) sum = f32x4.add(sum, v128.load(x))
    let total = sumOf(sum)
    for (; left > 0; left--, x += 4) total += load<f32>(x)
    store<f32>(to, total)
  }
}

@inline
function combine(times: i32, x: v128, y: v128): v128 {
  return times ? f32x4.mul(x, y) : f32x4.add(x, y)
}
@inline
function rowsOf(times: i32, x: usize, row: usize, out: usize, outer: i32, rows: i32, columns: i32): void {
  const whole: usize = (columns & ~3) << 2
  const left: usize = columns & 3
  for (; outer > 0; outer--) {
    for (let r = rows; r > 0; r--) {
      let i: usize = 0
      for (; i < whole; i += 16) v128.store(out + i, combine(times, v128.load(x + i), v128.load(row + i)))
      if (left) storeTail(out + i, combine(times, loadTail(x + i, left), loadTail(row + i, left)), left)
      x += columns << 2
      out += columns << 2
    }
    row += columns << 2
  }
}

/** out[o][r][j] = x[o][r][j] + row[o][j], or times it. */
export function addRows(x: usize, row: usize, out: usize, outer: i32, rows: i32, columns: i32): void {
  rowsOf(0, x, row, out, outer, rows, columns)
}
export function multiplyRows(x: usize, row: usize, out: usize, outer: i32, rows: i32, columns: i32): void {
  rowsOf(1, x, row, out, outer, rows, columns)
}
