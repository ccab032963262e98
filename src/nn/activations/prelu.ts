import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * Not `tf.prelu`: on wasm it gives every row the alpha of the first. Written without comparisons, which are slow
 * there: relu(-x) is what alpha multiplies, `step` is 1 to the right of 0 and 0 elsewhere.
 */
const apply = customGradient<[tf.Tensor, tf.Tensor]>(
  (x, alpha) => tf.sub(tf.relu(x), tf.mul(tf.relu(tf.neg(x)), alpha)),
  (dy, [x, alpha]) => [
    tf.mul(dy, tf.add(tf.mul(tf.step(x), tf.sub(1, alpha)), alpha)),
    tf.neg(tf.sum(tf.mul(dy, tf.relu(tf.neg(x))), 1, true)),
  ],
)

/**
 * Leaky ReLU whose alpha is learned, one per unit (He et al. 2015). The slope at 0 is taken as alpha.
 * @param alpha where learning starts; 0.25 as in the paper (Keras: 0).
 */
export const prelu = (alpha = 0.25): Activation => ({
  name: 'prelu',
  pieces: 1,
  init: (seeds, units) => [
    tf.variable(tf.tensor3d(new Float32Array(seeds * units).fill(alpha), [seeds, 1, units])),
  ],
  apply: (z, params) => apply(z, params[0]!),
})
