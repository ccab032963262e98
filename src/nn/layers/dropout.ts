/** Dropout: which units of a network are left out of one update, for each row of the batch anew. */
import { keptUnits } from '../keptUnits.ts'
import type { Random } from '../random.ts'
import * as tf from '../tf.ts'

export interface Dropout {
  /** The share of the units that is left out, 0 or more and less than 1. The share that is kept is 1 - rate. */
  rate: number
  /**
   * What a kept unit is multiplied by: `inverted` 1 / (1 - rate), so that its mean stays what it was and nothing is left
   * to do when the network is used (what libraries do); `none` 1, as Srivastava et al. (2014) trained, who scale the
   * weights by 1 - rate afterwards.
   */
  scaling?: 'inverted' | 'none'
  /** One generator per seed, for nothing else. */
  randoms: readonly Random[]
}

export interface DropoutOptions extends Dropout {
  /** Units of each hidden layer. */
  hidden: readonly number[]
  /** Rows of a batch. */
  rows: number
}

/**
 * What a unit that is kept is multiplied by.
 * @throws where the rate is not in [0, 1).
 */
export function keptScale({ rate, scaling = 'inverted' }: Pick<Dropout, 'rate' | 'scaling'>): number {
  if (!(rate >= 0 && rate < 1)) {
    throw new Error(`dropout: expected a rate of at least 0 and less than 1, got ${rate}`)
  }
  return scaling === 'inverted' ? 1 / (1 - rate) : 1
}

/**
 * The masks of one update: for each hidden layer `[seeds, rows, units]` of Bernoulli variables, 1 with probability
 * 1 - rate, times the scaling. The same `step` gives the same masks, whatever was drawn before; the caller frees them.
 * @throws where the rate is not in [0, 1).
 */
export function dropoutMasks(options: DropoutOptions): (step: number) => tf.Tensor3D[] {
  const { rate, hidden, rows, randoms } = options
  const kept = keptScale(options)
  const draw = (step: number) =>
    hidden.map((units, layer) => {
      const size = rows * units
      const values = new Float32Array(randoms.length * size)
      randoms.forEach((random, seed) =>
        values.set(keptUnits(random, { step, layer }, rate, size), seed * size),
      )
      return tf.mul<tf.Tensor3D>(tf.tensor3d(values, [randoms.length, rows, units]), kept)
    })
  return (step) => tf.tidy(() => draw(step))
}
