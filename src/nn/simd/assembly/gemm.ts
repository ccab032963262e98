// Matrix products. All strides in bytes; any size; nothing is read or written outside the matrices.
import { loadFirst, madd, storeFirst } from './vector'

/** Rows of C that are done with the same columns of B before the next ones: their part of A stays in the cache. */
const panel: i32 = 64

/**
 * rows x width numbers of C, held in registers. rows: 4, 2 or 1; width: 8, 4, 2 or 1; both known when compiled.
 * C = init + the sum over segments and k of A(i, k) B(k, j).
 */
@inline
function tile(
  rows: i32, width: i32, segments: i32, K: i32,
  a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize,
  c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  const first: i32 = width == 8 ? 4 : width
  let c00 = loadFirst(first, init)
  let c01 = c00
  if (width == 8) c01 = v128.load(init, 16)
  let c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00
  if (rows > 1) {
    c10 = loadFirst(first, init + rowInit)
    if (width == 8) c11 = v128.load(init + rowInit, 16)
  }
  if (rows > 2) {
    c20 = loadFirst(first, init + 2 * rowInit)
    c30 = loadFirst(first, init + 3 * rowInit)
    if (width == 8) {
      c21 = v128.load(init + 2 * rowInit, 16)
      c31 = v128.load(init + 3 * rowInit, 16)
    }
  }
  for (; segments > 0; segments--) {
    let p0 = a, p1 = a + rowA, p2 = p1 + rowA, p3 = p2 + rowA
    let q = b
    for (let k = K; k > 0; k--) {
      const b0 = loadFirst(first, q)
      let b1 = b0
      if (width == 8) b1 = v128.load(q, 16)
      let s = v128.load32_splat(p0)
      c00 = madd(c00, s, b0)
      if (width == 8) c01 = madd(c01, s, b1)
      p0 += stepA
      if (rows > 1) {
        s = v128.load32_splat(p1)
        c10 = madd(c10, s, b0)
        if (width == 8) c11 = madd(c11, s, b1)
        p1 += stepA
      }
      if (rows > 2) {
        s = v128.load32_splat(p2)
        c20 = madd(c20, s, b0)
        if (width == 8) c21 = madd(c21, s, b1)
        p2 += stepA
        s = v128.load32_splat(p3)
        c30 = madd(c30, s, b0)
        if (width == 8) c31 = madd(c31, s, b1)
        p3 += stepA
      }
      q += rowB
    }
    a += segmentA
    b += segmentB
  }
  storeFirst(first, c, c00)
  if (width == 8) v128.store(c, c01, 16)
  if (rows > 1) {
    storeFirst(first, c + rowC, c10)
    if (width == 8) v128.store(c + rowC, c11, 16)
  }
  if (rows > 2) {
    storeFirst(first, c + 2 * rowC, c20)
    storeFirst(first, c + 3 * rowC, c30)
    if (width == 8) {
      v128.store(c + 2 * rowC, c21, 16)
      v128.store(c + 3 * rowC, c31, 16)
    }
  }
}

@inline
function columns(
  width: i32, M: i32, segments: i32, K: i32,
  a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize,
  c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  for (; M >= 4; M -= 4) {
    tile(4, width, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
    a += 4 * rowA
    c += 4 * rowC
    init += 4 * rowInit
  }
  if (M & 2) {
    tile(2, width, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
    a += 2 * rowA
    c += 2 * rowC
    init += 2 * rowInit
  }
  if (M & 1)
    tile(1, width, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
}

function columns8(
  M: i32, segments: i32, K: i32, a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize, c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  columns(8, M, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
}
function columns4(
  M: i32, segments: i32, K: i32, a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize, c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  columns(4, M, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
}
function columns2(
  M: i32, segments: i32, K: i32, a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize, c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  columns(2, M, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
}
function columns1(
  M: i32, segments: i32, K: i32, a: usize, rowA: usize, stepA: usize, segmentA: usize,
  b: usize, rowB: usize, segmentB: usize, c: usize, rowC: usize, init: usize, rowInit: usize,
): void {
  columns(1, M, segments, K, a, rowA, stepA, segmentA, b, rowB, segmentB, c, rowC, init, rowInit)
}

/**
 * C = init + sum over `segments` of A B: M x N from M x K and K x N.
 * Element (i, k) of A stands at a + i rowA + k stepA, (k, j) of B at b + k rowB + 4 j; the next segment's matrices
 * segmentA and segmentB further on. init may be C itself (to add to it), or one row with rowInit = 0 (a bias).
 */
export function gemm(
  M: i32, N: i32, K: i32, a: usize, rowA: usize, stepA: usize, b: usize, rowB: usize, c: usize, rowC: usize,
  init: usize, rowInit: usize, segments: i32, segmentA: usize, segmentB: usize,
): void {
  while (M > 0) {
    const rows = min(M, panel)
    let j = 0
    for (; j + 8 <= N; j += 8)
      columns8(rows, segments, K, a, rowA, stepA, segmentA, b + j * 4, rowB, segmentB, c + j * 4, rowC, init + j * 4, rowInit)
    if (N & 4) {
      columns4(rows, segments, K, a, rowA, stepA, segmentA, b + j * 4, rowB, segmentB, c + j * 4, rowC, init + j * 4, rowInit)
      j += 4
    }
    if (N & 2) {
      columns2(rows, segments, K, a, rowA, stepA, segmentA, b + j * 4, rowB, segmentB, c + j * 4, rowC, init + j * 4, rowInit)
      j += 2
    }
    if (N & 1)
      columns1(rows, segments, K, a, rowA, stepA, segmentA, b + j * 4, rowB, segmentB, c + j * 4, rowC, init + j * 4, rowInit)
    M -= rows
    a += rows * rowA
    c += rows * rowC
    init += rows * rowInit
  }
}

/** t[n][k] = w[k][n] for k < K, n < N, and 0 for K <= k < the row of t; rows of rowW and rowT numbers. */
export function transpose(K: i32, N: i32, w: usize, rowW: i32, t: usize, rowT: i32): void {
  const lw: usize = rowW << 2
  const lt: usize = rowT << 2
  const K4 = K & ~3
  const N4 = N & ~3
  for (let k = 0; k < K4; k += 4) {
    let p = w + k * lw
    let q = t + k * 4
    for (let n = 0; n < N4; n += 4) {
      const r0 = v128.load(p)
      const r1 = v128.load(p + lw)
      const r2 = v128.load(p + 2 * lw)
      const r3 = v128.load(p + 3 * lw)
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5)
      const t1 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5)
      const t2 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7)
      const t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
      v128.store(q, v128.shuffle<f64>(t0, t1, 0, 2))
      v128.store(q + lt, v128.shuffle<f64>(t0, t1, 1, 3))
      v128.store(q + 2 * lt, v128.shuffle<f64>(t2, t3, 0, 2))
      v128.store(q + 3 * lt, v128.shuffle<f64>(t2, t3, 1, 3))
      p += 16
      q += 4 * lt
    }
    for (let n = N4; n < N; n++) {
      for (let i: usize = 0; i < 4; i++) store<f32>(q + i * 4, load<f32>(p + i * lw))
      p += 4
      q += lt
    }
  }
  for (let k = K4; k < K; k++)
    for (let n = 0; n < N; n++) store<f32>(t + n * lt + k * 4, load<f32>(w + k * lw + n * 4))
  for (let n = 0; n < N && K < rowT; n++)
    for (let k = K; k < rowT; k++) store<f32>(t + n * lt + k * 4, 0)
}

/** The matrices of a batch: out[i] = a[i] b[i], each of which may be transposed, or one for all (size 0 between them). */
export function products(
  count: i32, M: i32, K: i32, N: i32, a: usize, sizeA: usize, transposeA: i32, b: usize, sizeB: usize, transposeB: i32,
  out: usize, scratch: usize, zeros: usize,
): void {
  const rowA: usize = transposeA ? 4 : K << 2
  const stepA: usize = transposeA ? M << 2 : 4
  const rowB: usize = N << 2
  let from = b
  for (let i = 0; i < count; i++) {
    if (!transposeB) from = b
    else if (i == 0 || sizeB > 0) {
      transpose(N, K, b, K, scratch, N)
      from = scratch
    }
    gemm(M, N, K, a, rowA, stepA, from, rowB, out, rowB, zeros, 0, 1, 0, 0)
    a += sizeA
    b += sizeB
    out += M * rowB
  }
}
