// Losses from logits z: rows of `stride` numbers, a multiple of 4, of which `units` count. Nothing is clipped.
import { exp, ln, log1p, sigmoid } from './math'
import { loadTail, sumOf, zero } from './vector'

/** The greatest logit of a row; the numbers beyond `units` become minus infinity, which exp makes 0. */
@inline
function greatest(z: usize, units: i32, stride: i32): v128 {
  for (let j = units; j < stride; j++) store<f32>(z + j * 4, -Infinity)
  let m = v128.load(z)
  for (let p = z + 16, end = z + stride * 4; p < end; p += 16) m = f32x4.pmax(m, v128.load(p))
  m = f32x4.pmax(m, v128.shuffle<f32>(m, m, 2, 3, 0, 1))
  return f32x4.pmax(m, v128.shuffle<f32>(m, m, 1, 0, 3, 2))
}

/** z = (softmax(z) - onehot(label)) / batch, in place. */
export function softmaxGradient(z: usize, labels: usize, batch: i32, units: i32, stride: i32): void {
  const share = <f32>1 / <f32>batch
  const row: usize = stride << 2
  for (const end = z + batch * row; z < end; z += row, labels += 4) {
    const m = greatest(z, units, stride)
    let sum = zero()
    for (let p = z, stop = z + row; p < stop; p += 16) {
      const e = exp(f32x4.sub(v128.load(p), m))
      v128.store(p, e)
      sum = f32x4.add(sum, e)
    }
    const factor = f32x4.splat(share / sumOf(sum))
    for (let p = z, stop = z + row; p < stop; p += 16) v128.store(p, f32x4.mul(v128.load(p), factor))
    const own = z + (load<i32>(labels) << 2)
    store<f32>(own, load<f32>(own) - share)
  }
}

/** The sum of ln(sum of exp z) - z[label] over rows. Counts the rows whose first greatest logit is the label's. */
export function softmaxLoss(z: usize, labels: usize, rows: i32, units: i32, stride: i32, right: usize): f64 {
  let total: f64 = 0
  let hits = 0
  const row: usize = stride << 2
  for (const end = z + rows * row; z < end; z += row, labels += 4) {
    const m = greatest(z, units, stride)
    let sum = zero()
    for (let p = z, stop = z + row; p < stop; p += 16) sum = f32x4.add(sum, exp(f32x4.sub(v128.load(p), m)))
    const label = load<i32>(labels)
    const top = f32x4.extract_lane(m, 0)
    // Times 0 for the other classes, so that an infinite logit is not a number here, as where it is multiplied out.
    let shifted: f32 = 0
    let said = -1
    for (let j = 0; j < units; j++) {
      const each = load<f32>(z + j * 4)
      shifted += (each - top) * (j == label ? <f32>1 : <f32>0)
      if (said < 0 && each == top) said = j
    }
    if (said == label) hits++
    total += ln(<f64>sumOf(sum)) - <f64>shifted
  }
  store<i32>(right, load<i32>(right) + hits)
  return total
}

/** z = (sigmoid(z) - y) / n over n numbers, rounded up to a multiple of 4. */
export function sigmoidGradient(z: usize, y: usize, n: i32): void {
  const share = f32x4.splat(<f32>1 / <f32>n)
  for (const end = z + (n << 2); z < end; z += 16, y += 16)
    v128.store(z, f32x4.mul(f32x4.sub(sigmoid(v128.load(z)), v128.load(y)), share))
}

/** The sum of max(z, 0) - z y + ln(1 + e^-|z|) over n numbers. Counts those with z > 0 where y > 0, and not elsewhere. */
export function sigmoidLoss(z: usize, y: usize, n: i32, right: usize): f64 {
  let total: f64 = 0
  let hits = 0
  for (let left = n; left > 0; left -= 4, z += 16, y += 16) {
    const x = v128.load(z)
    const t = left < 4 ? loadTail(y, left) : v128.load(y)
    const linear = f32x4.sub(f32x4.pmax(x, zero()), f32x4.mul(x, t))
    let loss = f32x4.add(linear, log1p(exp(f32x4.neg(f32x4.abs(x)))))
    let same = v128.not(v128.xor(f32x4.gt(x, zero()), f32x4.gt(t, zero())))
    if (left < 4) {
      const counted = i32x4.gt_s(i32x4.splat(left), i32x4(0, 1, 2, 3))
      loss = v128.and(loss, counted)
      same = v128.and(same, counted)
    }
    total += <f64>sumOf(loss)
    hits += popcnt(i32x4.bitmask(same))
  }
  store<i32>(right, load<i32>(right) + hits)
  return total
}

/** z = 2 (z - y) / n over n numbers, rounded up to a multiple of 4. */
export function squaredGradient(z: usize, y: usize, n: i32): void {
  const share = f32x4.splat(<f32>2 / <f32>n)
  for (const end = z + (n << 2); z < end; z += 16, y += 16)
    v128.store(z, f32x4.mul(f32x4.sub(v128.load(z), v128.load(y)), share))
}

/** The sum of (z - y)^2 over n numbers. */
export function squaredLoss(z: usize, y: usize, n: i32): f64 {
  let total: f64 = 0
  for (; n > 0; n--, z += 4, y += 4) {
    const d = <f64>load<f32>(z) - <f64>load<f32>(y)
    total += d * d
  }
  return total
}
