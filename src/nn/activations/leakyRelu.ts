import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * y = x for x > 0, otherwise alpha x (Maas et al. 2013). The slope at 0 is taken as alpha.
 * @param alpha slope of the left side, at least 0; 0.01 as in the paper (Keras: 0.3).
 */
export const leakyRelu = (alpha = 0.01): Activation => ({
  name: 'leakyRelu',
  pieces: 1,
  apply: (z) => tf.leakyRelu(z, alpha),
})
