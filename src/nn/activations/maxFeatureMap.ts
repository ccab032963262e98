import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * Max-Feature-Map (Wu et al. 2018): of 2n maps the greater of map k and map k + n, so n leave. It is maxout with two
 * pieces, written as max pooling over pairs of maps, which has fast kernels. Of maps that tie the first gets the gradient.
 */
export const maxFeatureMap = (): Activation => ({
  name: 'maxout',
  pieces: 2,
  apply(z) {
    const [seeds, batch, columns] = z.shape as [number, number, number]
    const pairs = tf.reshape(z, [1, 2 * seeds * batch, 1, columns / 2]) as tf.Tensor4D
    return tf.reshape(tf.maxPool(pairs, [2, 1], [2, 1], 'valid'), [seeds, batch, columns / 2])
  },
})
