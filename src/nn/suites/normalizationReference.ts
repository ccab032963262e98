/** Normalization in plain loops over whole Jacobians, without tfjs: what the layers are tested against. */

/** Which mean and variance a number belongs to: two numbers with the same key share them. */
export type KeyOf = (seed: number, example: number, place: number, channel: number) => string

export interface Case {
  seeds: number
  batch: number
  places: number
  channels: number
  epsilon: number
  center: boolean
  keyOf: KeyOf
}

type Numbers = ArrayLike<number>

/**
 * y = gamma h + beta, h = (x - mean) / sigma, and the gradients of sum(dy y). Within a set of n numbers
 * dh_i / dx_j = (((i = j) - 1/n) sigma - (x_i - mean) d sigma / dx_j) / sigma^2, with
 * d sigma / dx_j = (x_j - mean) / (n sigma). Without a mean the 1/n is not there.
 * @param x,dy `[seeds, batch, places, channels]`, flat. @param gamma,beta `[seeds, channels]`, flat.
 */
export function reference(of: Case, x: Numbers, gamma: Numbers, beta: Numbers, dy: Numbers) {
  const { seeds, batch, places, channels, epsilon, center, keyOf } = of
  const sets = new Map<string, number[]>()
  const columnOf: number[] = []
  let at = 0
  for (let seed = 0; seed < seeds; seed++)
    for (let example = 0; example < batch; example++)
      for (let place = 0; place < places; place++)
        for (let channel = 0; channel < channels; channel++, at++) {
          const key = keyOf(seed, example, place, channel)
          sets.set(key, [...(sets.get(key) ?? []), at])
          columnOf.push(seed * channels + channel)
        }
  const y = Array<number>(at).fill(0)
  const dx = Array<number>(at).fill(0)
  const dgamma = Array<number>(seeds * channels).fill(0)
  const dbeta = Array<number>(seeds * channels).fill(0)
  for (const set of sets.values()) {
    const n = set.length
    const mean = center ? set.reduce((sum, i) => sum + x[i]!, 0) / n : 0
    const sigma = Math.sqrt(set.reduce((sum, i) => sum + (x[i]! - mean) ** 2, 0) / n + epsilon)
    for (const i of set) {
      const column = columnOf[i]!
      const h = (x[i]! - mean) / sigma
      y[i] = gamma[column]! * h + beta[column]!
      dgamma[column]! += dy[i]! * h
      dbeta[column]! += dy[i]!
      for (const j of set) {
        const top = (i === j ? 1 : 0) - (center ? 1 / n : 0)
        const bottom = (x[j]! - mean) / (n * sigma)
        // The rule for quotients.
        const slope = (top * sigma - (x[i]! - mean) * bottom) / sigma ** 2
        dx[j]! += dy[i]! * gamma[column]! * slope
      }
    }
  }
  return { y, dx, dgamma, dbeta }
}

/**
 * w = g v / |v| for each unit, and the gradients of sum(dw w):
 * dw_i / dv_k = g ((i = k) / |v| - v_i v_k / |v|^3) and dw_i / dg = v_i / |v|.
 * @param v,dw `[seeds, inputs, units]`, flat. @param g `[seeds, units]`, flat.
 */
export function weightReference(
  [seeds, inputs, units]: readonly [number, number, number],
  v: Numbers,
  g: Numbers,
  dw: Numbers,
) {
  const w = Array<number>(v.length).fill(0)
  const dv = Array<number>(v.length).fill(0)
  const dg = Array<number>(g.length).fill(0)
  for (let seed = 0; seed < seeds; seed++)
    for (let unit = 0; unit < units; unit++) {
      const column = seed * units + unit
      const set = Array.from({ length: inputs }, (_, i) => (seed * inputs + i) * units + unit)
      const length = Math.sqrt(set.reduce((sum, i) => sum + v[i]! ** 2, 0))
      for (const i of set) {
        w[i] = (g[column]! * v[i]!) / length
        dg[column]! += (dw[i]! * v[i]!) / length
        for (const k of set)
          dv[k]! += dw[i]! * g[column]! * ((i === k ? 1 : 0) / length - (v[i]! * v[k]!) / length ** 3)
      }
    }
  return { w, dv, dg }
}
