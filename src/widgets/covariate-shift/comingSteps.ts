/** Where the next updates move what enters a layer's activation: internal covariate shift, to be measured and drawn. */
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import * as tf from '../../nn/tf.ts'

export interface ComingStepsOptions {
  /** Images that the means are taken over, `[seeds, rows, inputs]`, and their classes, `[seeds, rows]`. */
  x: tf.Tensor
  y: tf.Tensor
  /** Update k takes the rows from k * batchSize on. */
  batchSize: number
  /** Number of updates. */
  count: number
  learningRate: number
  /** Position of the layer, from 0. */
  layer: number
  /** What is put in at step k from now, one tensor for each hidden layer; none where nothing is. */
  offsets?: ((k: number) => readonly tf.Tensor[]) | undefined
  /** Position of the only seed to compute; `x` and `y` then have length 1 along their first axis. */
  replica?: number
}

/** A smaller spread counts as this much: a layer whose units are all constant has none. */
const leastSpread = 1e-3

/**
 * Makes updates of gradient descent, looks after each, and takes them back: all parameters are as before. Everything
 * is as in training: batch normalization uses the mean and variance of the images it is given, and the running ones
 * stay where they are.
 * @returns after each of `count` updates how far the mean of each unit's pre-activation over the images is from where
 * it was before the first, `[seeds, units]`, divided by the spread before the first: the root mean square of the
 * units' standard deviations over the images. The caller frees it (`tf.tidy`).
 * @throws where the images are too few for the batches.
 */
export function comingSteps(model: Mlp, options: ComingStepsOptions): tf.Tensor[] {
  const { x, y, batchSize, count, learningRate, layer, offsets, replica } = options
  const rows = x.shape[1]!
  if (count * batchSize > rows)
    throw new Error(
      `comingSteps: expected at least ${count * batchSize} images, got ${rows}; ask for fewer steps`,
    )
  return tf.tidy(() => {
    const params = [...model.params]
    const seeds = replica === undefined ? {} : { replica }
    const mode = (k: number) => ({ training: true, offsets: offsets?.(k), ...seeds })
    const entering = (k: number) => model.trace(x, mode(k))[layer]!.z
    const { mean: start, variance } = tf.moments(entering(0), 1)
    const spread = tf.maximum(tf.sqrt(tf.mean(variance, -1, true)), leastSpread)
    const kept = params.map((param) => tf.clone(param))
    const move = (k: number) => {
      const batchX = tf.slice(x, [0, k * batchSize, 0], [-1, batchSize, -1])
      const batchY = tf.slice(y, [0, k * batchSize], [-1, batchSize])
      const loss = () => softmaxCrossEntropy(batchY, model.apply(batchX, mode(k)))
      const { grads } = tf.engine().gradients(loss, params)
      params.forEach((param, i) => param.assign(tf.sub(param, tf.mul(grads[i]!, learningRate))))
      return tf.div(tf.sub(tf.mean(entering(k + 1), 1), start), spread)
    }
    try {
      return Array.from({ length: count }, (_, k) => move(k))
    } finally {
      params.forEach((param, i) => param.assign(kept[i]!))
    }
  })
}
