// Standardising with scale and shift, and its gradient. Numbers lie as [outer, rows, groups, width]; a mean and a
// variance belong to each (outer, group), over rows and width. gamma and beta are a row of groups * width numbers for
// every `perSeed` outers. Two passes for the variance: one would lose it where the mean is large.
import { loadTail, madd, storeTail, sumOf, zero } from './vector'

@inline
function loadUpTo(p: usize, tail: i32): v128 {
  return tail ? loadTail(p, tail) : v128.load(p)
}
@inline
function storeUpTo(p: usize, x: v128, tail: i32): void {
  if (tail) storeTail(p, x, tail)
  else v128.store(p, x)
}

/** Lanes beyond a tail are 0 here, whatever they were: they must not reach a sum. */
@inline
function first(x: v128, tail: i32): v128 {
  if (tail == 0) return x
  if (tail == 1) return v128.and(x, i32x4(-1, 0, 0, 0))
  return v128.and(x, tail == 2 ? i32x4(-1, -1, 0, 0) : i32x4(-1, -1, -1, 0))
}

@inline
function inverseOf(variance: v128, epsilon: f32): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon))))
}

/** Four columns, or `tail` of them, each with its own mean and variance over the rows. */
@inline
function columnsForward(
  x: usize, gamma: usize, beta: usize, y: usize, mean: usize, variance: usize,
  rows: i32, stride: usize, epsilon: f32, center: i32, tail: i32,
): void {
  const count = f32x4.splat(<f32>rows)
  let m = zero()
  let p = x
  if (center) {
    for (let r = rows; r > 0; r--, p += stride) m = f32x4.add(m, loadUpTo(p, tail))
    m = f32x4.div(m, count)
  }
  let v = zero()
  p = x
  for (let r = rows; r > 0; r--, p += stride) {
    const d = f32x4.sub(loadUpTo(p, tail), m)
    v = madd(v, d, d)
  }
  v = f32x4.div(v, count)
  storeUpTo(mean, m, tail)
  storeUpTo(variance, v, tail)
  const scale = f32x4.mul(loadUpTo(gamma, tail), inverseOf(v, epsilon))
  const shift = loadUpTo(beta, tail)
  for (let r = rows; r > 0; r--, x += stride, y += stride)
    storeUpTo(y, madd(shift, f32x4.sub(loadUpTo(x, tail), m), scale), tail)
}

@inline
function columnsBackward(
  dy: usize, x: usize, gamma: usize, mean: usize, variance: usize, dx: usize, dgamma: usize, dbeta: usize,
  rows: i32, stride: usize, epsilon: f32, center: i32, tail: i32,
): void {
  const m = loadUpTo(mean, tail)
  const inverse = inverseOf(loadUpTo(variance, tail), epsilon)
  let a = zero()
  let b = zero()
  let p = x
  let q = dy
  for (let r = rows; r > 0; r--, p += stride, q += stride) {
    const d = loadUpTo(q, tail)
    a = f32x4.add(a, d)
    b = madd(b, d, f32x4.mul(f32x4.sub(loadUpTo(p, tail), m), inverse))
  }
  storeUpTo(dbeta, f32x4.add(loadUpTo(dbeta, tail), a), tail)
  storeUpTo(dgamma, f32x4.add(loadUpTo(dgamma, tail), b), tail)
  const count = f32x4.splat(<f32>rows)
  const offset = center ? f32x4.div(a, count) : zero()
  const share = f32x4.div(b, count)
  const scale = f32x4.mul(loadUpTo(gamma, tail), inverse)
  for (let r = rows; r > 0; r--, x += stride, dy += stride, dx += stride) {
    const h = f32x4.mul(f32x4.sub(loadUpTo(x, tail), m), inverse)
    const d = f32x4.sub(f32x4.sub(loadUpTo(dy, tail), offset), f32x4.mul(h, share))
    storeUpTo(dx, f32x4.mul(scale, d), tail)
  }
}

/** One group: `rows` runs of `width` numbers, one mean and variance for all of them. */
@inline
function groupForward(
  x: usize, gamma: usize, beta: usize, y: usize, mean: usize, variance: usize,
  rows: i32, width: i32, stride: usize, epsilon: f32, center: i32,
): void {
  const whole: usize = (width & ~3) << 2
  const tail = width & 3
  const count = <f32>rows * <f32>width
  let sum = zero()
  let p = x
  let m = zero()
  if (center) {
    for (let r = rows; r > 0; r--, p += stride) {
      let i: usize = 0
      for (; i < whole; i += 16) sum = f32x4.add(sum, v128.load(p + i))
      if (tail) sum = f32x4.add(sum, loadTail(p + i, tail))
    }
    m = f32x4.splat(sumOf(sum) / count)
  }
  let squares = zero()
  p = x
  for (let r = rows; r > 0; r--, p += stride) {
    let i: usize = 0
    for (; i < whole; i += 16) {
      const d = f32x4.sub(v128.load(p + i), m)
      squares = madd(squares, d, d)
    }
    if (tail) {
      const d = first(f32x4.sub(loadTail(p + i, tail), m), tail)
      squares = madd(squares, d, d)
    }
  }
  const v = sumOf(squares) / count
  store<f32>(mean, f32x4.extract_lane(m, 0))
  store<f32>(variance, v)
  const inverse = inverseOf(f32x4.splat(v), epsilon)
  for (let r = rows; r > 0; r--, x += stride, y += stride) {
    let i: usize = 0
    for (; i < whole; i += 16) {
      const h = f32x4.mul(f32x4.sub(v128.load(x + i), m), inverse)
      v128.store(y + i, madd(v128.load(beta + i), h, v128.load(gamma + i)))
    }
    if (tail) {
      const h = f32x4.mul(f32x4.sub(loadTail(x + i, tail), m), inverse)
      storeTail(y + i, madd(loadTail(beta + i, tail), h, loadTail(gamma + i, tail)), tail)
    }
  }
}

@inline
function groupBackward(
  dy: usize, x: usize, gamma: usize, mean: usize, variance: usize, dx: usize, dgamma: usize, dbeta: usize,
  rows: i32, width: i32, stride: usize, epsilon: f32, center: i32,
): void {
  const whole: usize = (width & ~3) << 2
  const tail = width & 3
  const m = f32x4.splat(load<f32>(mean))
  const inverse = inverseOf(f32x4.splat(load<f32>(variance)), epsilon)
  let a = zero()
  let b = zero()
  let p = x
  let q = dy
  for (let r = rows; r > 0; r--, p += stride, q += stride) {
    let i: usize = 0
    for (; i < whole; i += 16) {
      const d = v128.load(q + i)
      const h = f32x4.mul(f32x4.sub(v128.load(p + i), m), inverse)
      const g = f32x4.mul(d, v128.load(gamma + i))
      a = f32x4.add(a, g)
      b = madd(b, g, h)
      v128.store(dbeta + i, f32x4.add(v128.load(dbeta + i), d))
      v128.store(dgamma + i, madd(v128.load(dgamma + i), d, h))
    }
    if (tail) {
      const d = loadTail(q + i, tail)
      const h = first(f32x4.mul(f32x4.sub(loadTail(p + i, tail), m), inverse), tail)
      const g = f32x4.mul(d, loadTail(gamma + i, tail))
      a = f32x4.add(a, g)
      b = madd(b, g, h)
      storeTail(dbeta + i, f32x4.add(loadTail(dbeta + i, tail), d), tail)
      storeTail(dgamma + i, madd(loadTail(dgamma + i, tail), d, h), tail)
    }
  }
  const count = <f32>rows * <f32>width
  const offset = f32x4.splat(center ? sumOf(a) / count : 0)
  const share = f32x4.splat(sumOf(b) / count)
  for (let r = rows; r > 0; r--, x += stride, dy += stride, dx += stride) {
    let i: usize = 0
    for (; i < whole; i += 16) {
      const h = f32x4.mul(f32x4.sub(v128.load(x + i), m), inverse)
      const g = f32x4.sub(f32x4.mul(v128.load(dy + i), v128.load(gamma + i)), offset)
      v128.store(dx + i, f32x4.mul(inverse, f32x4.sub(g, f32x4.mul(h, share))))
    }
    if (tail) {
      const h = f32x4.mul(f32x4.sub(loadTail(x + i, tail), m), inverse)
      const g = f32x4.sub(f32x4.mul(loadTail(dy + i, tail), loadTail(gamma + i, tail)), offset)
      storeTail(dx + i, f32x4.mul(inverse, f32x4.sub(g, f32x4.mul(h, share))), tail)
    }
  }
}

/** y = gamma (x - mean) / sqrt(variance + epsilon) + beta; without `center` the mean is taken to be 0. */
export function normalize(
  x: usize, gamma: usize, beta: usize, y: usize, mean: usize, variance: usize,
  outer: i32, perSeed: i32, rows: i32, groups: i32, width: i32, epsilon: f32, center: i32,
): void {
  const stride: usize = (groups * width) << 2
  for (let o = 0; o < outer; o++) {
    const row: usize = <usize>(o / perSeed) * stride
    if (width == 1) {
      let c: usize = 0
      for (; c + 16 <= stride; c += 16)
        columnsForward(x + c, gamma + row + c, beta + row + c, y + c, mean + c, variance + c, rows, stride, epsilon, center, 0)
      const tail = groups & 3
      if (tail)
        columnsForward(x + c, gamma + row + c, beta + row + c, y + c, mean + c, variance + c, rows, stride, epsilon, center, tail)
    } else {
      let c: usize = 0
      for (let g = 0; g < groups; g++, c += width << 2)
        groupForward(x + c, gamma + row + c, beta + row + c, y + c, mean + (g << 2), variance + (g << 2), rows, width, stride, epsilon, center)
    }
    x += rows * stride
    y += rows * stride
    mean += groups << 2
    variance += groups << 2
  }
}

/**
 * dx = (g - mean(g) - h mean(g h)) / sigma with g = dy gamma and h = (x - mean) / sigma; without `center` the mean(g)
 * is not there. dgamma and dbeta are the sums of dy h and of dy.
 */
export function normalizeGradient(
  dy: usize, x: usize, gamma: usize, mean: usize, variance: usize, dx: usize, dgamma: usize, dbeta: usize,
  outer: i32, perSeed: i32, rows: i32, groups: i32, width: i32, epsilon: f32, center: i32,
): void {
  const stride: usize = (groups * width) << 2
  memory.fill(dgamma, 0, <usize>(outer / perSeed) * stride)
  memory.fill(dbeta, 0, <usize>(outer / perSeed) * stride)
  for (let o = 0; o < outer; o++) {
    const row: usize = <usize>(o / perSeed) * stride
    if (width == 1) {
      let c: usize = 0
      for (; c + 16 <= stride; c += 16)
        columnsBackward(dy + c, x + c, gamma + row + c, mean + c, variance + c, dx + c, dgamma + row + c, dbeta + row + c, rows, stride, epsilon, center, 0)
      const tail = groups & 3
      if (tail)
        columnsBackward(dy + c, x + c, gamma + row + c, mean + c, variance + c, dx + c, dgamma + row + c, dbeta + row + c, rows, stride, epsilon, center, tail)
    } else {
      let c: usize = 0
      for (let g = 0; g < groups; g++, c += width << 2)
        groupBackward(dy + c, x + c, gamma + row + c, mean + (g << 2), variance + (g << 2), dx + c, dgamma + row + c, dbeta + row + c, rows, width, stride, epsilon, center)
    }
    dy += rows * stride
    x += rows * stride
    dx += rows * stride
    mean += groups << 2
    variance += groups << 2
  }
}
