// Activations over flat arrays, and the gradient by their input from the one by their output.
import { expm1, sigmoid, tanh } from './math'
import { flush, loadTail, storeTail, zero } from './vector'

// In the order of `activationCodes` in ../activationCodes.ts.
const LINEAR: i32 = 0
const RELU: i32 = 1
const LEAKY_RELU: i32 = 2
const ELU: i32 = 3
const TANH: i32 = 4
const SIGMOID: i32 = 5
const SILU: i32 = 6

@inline
function activate(kind: i32, x: v128, alpha: v128): v128 {
  // x first: then pmax keeps NaN, whatever its sign bit.
  if (kind == RELU) return f32x4.pmax(x, zero())
  if (kind == LEAKY_RELU) return v128.bitselect(x, f32x4.mul(x, alpha), f32x4.gt(x, zero()))
  if (kind == ELU) {
    const left = f32x4.mul(expm1(f32x4.pmin(x, zero())), alpha)
    return v128.bitselect(x, left, f32x4.gt(x, zero()))
  }
  if (kind == TANH) return tanh(x)
  if (kind == SIGMOID) return sigmoid(x)
  if (kind == SILU) return f32x4.mul(x, sigmoid(x))
  return x
}

/** The slope, from the activation y. */
@inline
function slope(kind: i32, y: v128, alpha: v128): v128 {
  const one = f32x4.splat(1)
  const right = f32x4.gt(y, zero())
  if (kind == RELU) return v128.and(right, one)
  if (kind == LEAKY_RELU) return v128.bitselect(one, alpha, right)
  if (kind == ELU) return v128.bitselect(one, f32x4.add(y, alpha), right)
  if (kind == TANH) return f32x4.sub(one, f32x4.mul(y, y))
  if (kind == SIGMOID) return f32x4.mul(y, f32x4.sub(one, y))
  return one
}

@inline
function forwardOf(kind: i32, x: usize, y: usize, n: i32, alpha: v128): void {
  const stop = x + ((n & ~3) << 2)
  for (; x < stop; x += 16, y += 16) v128.store(y, activate(kind, v128.load(x), alpha))
  const left = n & 3
  if (left) storeTail(y, activate(kind, loadTail(x, left), alpha), left)
}

/** y = activation(x), n numbers. x and y may be the same. */
export function activationForward(kind: i32, x: usize, y: usize, n: i32, alpha: f32): void {
  const a = f32x4.splat(alpha)
  if (kind == RELU) forwardOf(RELU, x, y, n, a)
  else if (kind == LEAKY_RELU) forwardOf(LEAKY_RELU, x, y, n, a)
  else if (kind == ELU) forwardOf(ELU, x, y, n, a)
  else if (kind == TANH) forwardOf(TANH, x, y, n, a)
  else if (kind == SIGMOID) forwardOf(SIGMOID, x, y, n, a)
  else if (kind == SILU) forwardOf(SILU, x, y, n, a)
}

@inline
function backwardOf(kind: i32, d: usize, y: usize, n: i32, alpha: v128, tiny: v128): void {
  for (const stop = d + (n << 2); d < stop; d += 16, y += 16)
    v128.store(d, flush(f32x4.mul(v128.load(d), slope(kind, v128.load(y), alpha)), tiny))
}

/**
 * d = d activation'(.), from the activations y; n is a multiple of 4. Below `tiny` it is 0: errors that have all but
 * vanished would become denormal numbers, which are a hundred times slower.
 */
export function activationBackward(kind: i32, d: usize, y: usize, n: i32, alpha: f32, tiny: f32): void {
  const a = f32x4.splat(alpha)
  const t = f32x4.splat(tiny)
  if (kind == RELU) backwardOf(RELU, d, y, n, a, t)
  else if (kind == LEAKY_RELU) backwardOf(LEAKY_RELU, d, y, n, a, t)
  else if (kind == ELU) backwardOf(ELU, d, y, n, a, t)
  else if (kind == TANH) backwardOf(TANH, d, y, n, a, t)
  else if (kind == SIGMOID) backwardOf(SIGMOID, d, y, n, a, t)
  else if (kind == LINEAR) backwardOf(LINEAR, d, y, n, a, t)
}

@inline
function gradientOf(kind: i32, dy: usize, y: usize, dx: usize, n: i32, alpha: v128): void {
  const stop = y + ((n & ~3) << 2)
  for (; y < stop; y += 16, dy += 16, dx += 16)
    v128.store(dx, f32x4.mul(v128.load(dy), slope(kind, v128.load(y), alpha)))
  const left = n & 3
  if (left) storeTail(dx, f32x4.mul(loadTail(dy, left), slope(kind, loadTail(y, left), alpha)), left)
}

/** dx = dy activation'(.), from the activations y: exactly, for any n. */
export function activationGradient(kind: i32, dy: usize, y: usize, dx: usize, n: i32, alpha: f32): void {
  const a = f32x4.splat(alpha)
  if (kind == RELU) gradientOf(RELU, dy, y, dx, n, a)
  else if (kind == ELU) gradientOf(ELU, dy, y, dx, n, a)
  else if (kind == TANH) gradientOf(TANH, dy, y, dx, n, a)
  else if (kind == SIGMOID) gradientOf(SIGMOID, dy, y, dx, n, a)
}

/** x = 0 where |x| is below `tiny`; n is a multiple of 4. */
export function flushAll(x: usize, n: i32, tiny: f32): void {
  const t = f32x4.splat(tiny)
  for (const stop = x + (n << 2); x < stop; x += 16) v128.store(x, flush(v128.load(x), t))
}
