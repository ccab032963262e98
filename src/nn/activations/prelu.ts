import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * Leaky ReLU whose alpha is learned, one per unit (He et al. 2015). The slope at 0 is taken as alpha.
 * @param alpha where learning starts; 0.25 as in the paper (Keras: 0).
 */
export const prelu = (alpha = 0.25): Activation => ({
  name: 'prelu',
  pieces: 1,
  init: (seeds, units) => [tf.variable(tf.fill([seeds, 1, units], alpha))],
  apply: (z, params) => tf.prelu(z, params[0]!),
})
