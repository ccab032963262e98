// Optimizers over flat arrays. New values go to next, nextM, nextV, which may be the old arrays.
// Moments of dead units shrink for ever, and numbers below 1e-38 are up to 40 times slower: below 1e-30 they are 0.
import { flush, loadTail, madd, storeTail } from './vector'

const tiny: f32 = 1e-30
/** Of which the square is `tiny`. */
const tinyRoot: f32 = 1e-15

/** g += the gradient of l1 times the sum of |w|, of which that at 0 is taken as 0, and of l2 times the sum of w w. n is a multiple of 4. */
export function addPenalty(g: usize, w: usize, n: i32, l1: f32, l2: f32): void {
  const strength = f32x4.splat(l1)
  const twice = f32x4.splat(2 * l2)
  for (const stop = w + (n << 2); w < stop; w += 16, g += 16) {
    const x = v128.load(w)
    const sign = v128.bitselect(x, strength, f32x4.splat(-0.0))
    const pull = madd(v128.and(sign, f32x4.ne(x, f32x4.splat(0))), x, twice)
    v128.store(g, f32x4.add(v128.load(g), pull))
  }
}

/** w = w - lr g (f. e. momentum: see ../../kernels/updates.ts for the rules). */
export function sgd(w: usize, g: usize, next: usize, n: i32, lr: f32): void {
  const rate = f32x4.splat(-lr)
  const stop = w + ((n & ~3) << 2)
  for (; w < stop; w += 16, g += 16, next += 16) v128.store(next, madd(v128.load(w), v128.load(g), rate))
  const left = n & 3
  if (left) storeTail(next, madd(loadTail(w, left), loadTail(g, left), rate), left)
}

@inline
function velocityOf(g: v128, v: v128, rate: v128, mu: v128): v128 {
  return flush(madd(f32x4.mul(v, mu), g, rate), f32x4.splat(tiny))
}

export function momentum(
  w: usize, g: usize, v: usize, next: usize, nextV: usize, n: i32, lr: f32, mu: f32,
): void {
  const rate = f32x4.splat(-lr)
  const keep = f32x4.splat(mu)
  const stop = w + ((n & ~3) << 2)
  for (; w < stop; w += 16, g += 16, v += 16, next += 16, nextV += 16) {
    const velocity = velocityOf(v128.load(g), v128.load(v), rate, keep)
    v128.store(nextV, velocity)
    v128.store(next, f32x4.add(v128.load(w), velocity))
  }
  const left = n & 3
  if (!left) return
  const velocity = velocityOf(loadTail(g, left), loadTail(v, left), rate, keep)
  storeTail(nextV, velocity, left)
  storeTail(next, f32x4.add(loadTail(w, left), velocity), left)
}

@inline
function firstOf(g: v128, m: v128, beta1: v128, rest1: v128): v128 {
  const t = f32x4.splat(tiny)
  return flush(madd(f32x4.mul(m, beta1), flush(g, t), rest1), t)
}
@inline
function secondOf(g: v128, v: v128, beta2: v128, rest2: v128): v128 {
  const h = flush(g, f32x4.splat(tinyRoot))
  return flush(madd(f32x4.mul(v, beta2), f32x4.mul(h, h), rest2), f32x4.splat(tiny))
}
@inline
function adamOf(w: v128, m: v128, v: v128, rate: v128, scale: v128, epsilon: v128): v128 {
  const root = madd(epsilon, f32x4.sqrt(v), scale)
  return f32x4.sub(w, f32x4.div(f32x4.mul(m, rate), root))
}

/** w = w - rate m / (sqrt(v) scale + epsilon), where rate and scale hold the corrections of this step. */
export function adam(
  w: usize, g: usize, m: usize, v: usize, next: usize, nextM: usize, nextV: usize, n: i32,
  beta1: f32, rest1: f32, beta2: f32, rest2: f32, epsilon: f32, rate: f32, scale: f32,
): void {
  const b1 = f32x4.splat(beta1)
  const r1 = f32x4.splat(rest1)
  const b2 = f32x4.splat(beta2)
  const r2 = f32x4.splat(rest2)
  const e = f32x4.splat(epsilon)
  const r = f32x4.splat(rate)
  const s = f32x4.splat(scale)
  const stop = w + ((n & ~3) << 2)
  for (; w < stop; w += 16, g += 16, m += 16, v += 16, next += 16, nextM += 16, nextV += 16) {
    const gradient = v128.load(g)
    const first = firstOf(gradient, v128.load(m), b1, r1)
    const second = secondOf(gradient, v128.load(v), b2, r2)
    v128.store(nextM, first)
    v128.store(nextV, second)
    v128.store(next, adamOf(v128.load(w), first, second, r, s, e))
  }
  const left = n & 3
  if (!left) return
  const gradient = loadTail(g, left)
  const first = firstOf(gradient, loadTail(m, left), b1, r1)
  const second = secondOf(gradient, loadTail(v, left), b2, r2)
  storeTail(nextM, first, left)
  storeTail(nextV, second, left)
  storeTail(next, adamOf(loadTail(w, left), first, second, r, s, e), left)
}
