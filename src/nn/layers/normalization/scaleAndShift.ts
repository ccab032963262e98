/** The learned scale and shift after a normalization, one per channel. */
import * as tf from '../../tf.ts'

const filled = (seeds: number, channels: number, value: number, trainable = true): tf.Variable => {
  const start = tf.tensor3d(new Float32Array(seeds * channels).fill(value), [seeds, 1, channels])
  const made = tf.variable(start, trainable)
  start.dispose()
  return made
}

/** gamma from 1, beta from 0: `[seeds, 1, channels]`. */
export const scaleAndShift = (seeds: number, channels: number) => ({
  gamma: filled(seeds, channels, 1),
  beta: filled(seeds, channels, 0),
})

/** Mean 0 and variance 1, which training moves and no gradient does. */
export const startingStatistics = (seeds: number, channels: number) => ({
  mean: filled(seeds, channels, 0, false),
  variance: filled(seeds, channels, 1, false),
})

/** A variable, or one seed's part of it. */
export const replicaOf = (param: tf.Tensor, replica: number | undefined): tf.Tensor =>
  replica === undefined ? param : tf.slice(param, [replica, 0, 0], [1, -1, -1])
