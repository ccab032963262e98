// Functions of four numbers. NaN comes out as NaN. No tables: static data would be written over the host's heap.
import { madd } from './vector'

/**
 * e^x - 1 = 2^n (q + 1) - 1 and e^x = 2^n (q + 1) for x <= 0, with n the whole number nearest to x / ln 2,
 * r = x - n ln 2 and q = e^r - 1, by the polynomial of the Cephes library. Good to 2 units in the last place.
 */
@inline
function q(r: v128): v128 {
  let p = madd(f32x4.splat(1.3981999507e-3), r, f32x4.splat(1.987569150e-4))
  p = madd(f32x4.splat(8.3334519073e-3), r, p)
  p = madd(f32x4.splat(4.1665795894e-2), r, p)
  p = madd(f32x4.splat(1.6666665459e-1), r, p)
  p = madd(f32x4.splat(5.0000001201e-1), r, p)
  return madd(r, f32x4.mul(r, r), p)
}

/** Below, e^x leaves the normal numbers of single precision. */
const lowest: f32 = -87

@inline
function nearest(x: v128): v128 {
  return f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)))
}

/** x - n ln 2, with ln 2 in two parts. */
@inline
function remainder(x: v128, n: v128): v128 {
  const r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)))
  return madd(r, n, f32x4.splat(2.12194440e-4))
}

@inline
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
}

/** e^x for x <= 0; 0 below -87, where e^x would be slow and invisible. */
@inline
export function exp(x: v128): v128 {
  // x first: then pmax keeps NaN.
  const z = f32x4.pmax(x, f32x4.splat(lowest))
  const n = nearest(z)
  const s = power(n)
  return v128.andnot(madd(s, s, q(remainder(z, n))), f32x4.lt(x, f32x4.splat(lowest)))
}

/** e^x - 1 for x <= 0, also near 0. */
@inline
export function expm1(x: v128): v128 {
  const z = f32x4.pmax(x, f32x4.splat(lowest))
  const n = nearest(z)
  const s = power(n)
  return madd(f32x4.sub(s, f32x4.splat(1)), s, q(remainder(z, n)))
}

/** 1 / (1 + e^-x), computed from e^-|x|, which never overflows. */
@inline
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1)
  const e = exp(f32x4.neg(f32x4.abs(x)))
  const top = v128.bitselect(one, e, f32x4.ge(x, f32x4.splat(0)))
  return f32x4.div(top, f32x4.add(one, e))
}

/** The rational approximation of Eigen's ptanh (float32): good to 3e-7 of the value, 1 from 9.01 on. */
@inline
export function tanh(x: v128): v128 {
  const limit = f32x4.splat(7.90531110763549805)
  const z = f32x4.pmax(f32x4.pmin(x, limit), f32x4.neg(limit))
  const y = f32x4.mul(z, z)
  let p = madd(f32x4.splat(2.00018790482477e-13), y, f32x4.splat(-2.76076847742355e-16))
  p = madd(f32x4.splat(-8.60467152213735e-11), y, p)
  p = madd(f32x4.splat(5.12229709037114e-8), y, p)
  p = madd(f32x4.splat(1.48572235717979e-5), y, p)
  p = madd(f32x4.splat(6.37261928875436e-4), y, p)
  p = madd(f32x4.splat(4.89352455891786e-3), y, p)
  let d = madd(f32x4.splat(1.18534705686654e-4), y, f32x4.splat(1.19825839466702e-6))
  d = madd(f32x4.splat(2.268434632439e-3), y, d)
  d = madd(f32x4.splat(4.89352518554385e-3), y, d)
  const inside = f32x4.div(f32x4.mul(z, p), d)
  const sign = f32x4.splat(-0.0)
  const one = v128.or(v128.and(x, sign), f32x4.splat(1))
  return v128.bitselect(one, inside, f32x4.gt(f32x4.abs(x), f32x4.splat(9.01)))
}

/** ln(1 + e) for 0 <= e <= 1, as 2 artanh(s) with s = e / (2 + e) <= 1/3: 2 s (1 + s^2/3 + s^4/5 + ...). */
@inline
export function log1p(e: v128): v128 {
  const s = f32x4.div(e, f32x4.add(e, f32x4.splat(2)))
  const y = f32x4.mul(s, s)
  let p = madd(f32x4.splat(2.0 / 15), y, f32x4.splat(2.0 / 17))
  p = madd(f32x4.splat(2.0 / 13), y, p)
  p = madd(f32x4.splat(2.0 / 11), y, p)
  p = madd(f32x4.splat(2.0 / 9), y, p)
  p = madd(f32x4.splat(2.0 / 7), y, p)
  p = madd(f32x4.splat(2.0 / 5), y, p)
  p = madd(f32x4.splat(2.0 / 3), y, p)
  p = madd(f32x4.splat(2), y, p)
  return f32x4.mul(s, p)
}

/** ln x for x >= 1: exponent by its bits, the rest by the same series. */
export function ln(x: f64): f64 {
  if (!(x < Infinity)) return x
  const bits = reinterpret<u64>(x)
  let exponent = <f64>(<i64>(bits >> 52) - 1023)
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000)
  if (m > 1.4142135623730951) {
    m *= 0.5
    exponent += 1
  }
  const s = (m - 1) / (m + 1)
  const y = s * s
  const series = 1 + y * (1.0 / 3 + y * (1.0 / 5 + y * (1.0 / 7 + y * (1.0 / 9 + y * (1.0 / 11 + y / 13)))))
  return exponent * 0.6931471805599453 + 2 * s * series
}
