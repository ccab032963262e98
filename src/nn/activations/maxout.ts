import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * The greatest of k linear functions of the layer's input (Goodfellow et al. 2013). Costs k times the weights.
 * Pieces that tie share the gradient evenly (`tf.max` would give each of them all of it).
 * @param pieces k, at least 2.
 */
export const maxout = (pieces = 2): Activation => {
  if (!Number.isInteger(pieces) || pieces < 2) {
    throw new Error(`maxout: expected a whole number of pieces of at least 2, got ${pieces}`)
  }
  const max = customGradient<[tf.Tensor]>(
    (z) => tf.max(z, 2),
    (dy, [z], y) => {
      const winners = tf.cast(tf.equal(z, tf.expandDims(y, 2)), 'float32')
      return [tf.mul(winners, tf.expandDims(tf.div(dy, tf.sum(winners, 2)), 2))]
    },
  )
  const apply = (z: tf.Tensor) => {
    const [seeds, batch, columns] = z.shape as [number, number, number]
    return max(tf.reshape(z, [seeds, batch, pieces, columns / pieces]))
  }
  return { name: 'maxout', pieces, apply }
}
