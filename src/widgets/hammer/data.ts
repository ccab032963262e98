/** Rows of 40 features of which 5 matter. */
import type { LinearRows } from '../../nn/linearRows.ts'
import type { Random } from '../../nn/random.ts'
import { features, noise, rowCount, sizes } from './config.ts'

export interface Data extends LinearRows {
  /** The weights that the target is made with, `[features]`: the informative ones first, then zeros. */
  truth: Float32Array
}

/** Features from N(0, 1); the target is their sum with the true weights, of random signs, and noise. */
export function makeData(r: Random): Data {
  const truth = new Float32Array(features)
  sizes.forEach((size, j) => (truth[j] = r.uniform() < 0.5 ? -size : size))
  const x = Float32Array.from({ length: rowCount * features }, () => r.normal())
  const y = Float32Array.from({ length: rowCount }, (_, row) => {
    let sum = noise * r.normal()
    for (let j = 0; j < sizes.length; j++) sum += truth[j]! * x[row * features + j]!
    return sum
  })
  return { x, y, count: rowCount, features, truth }
}
