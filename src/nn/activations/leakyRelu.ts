import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * y = x for x > 0, otherwise alpha x (Maas et al. 2013). The slope at 0 is taken as alpha.
 * @param alpha slope of the left side, at least 0; 0.01 as in the paper (Keras: 0.3).
 */
export const leakyRelu = (alpha = 0.01): Activation => {
  // tfjs's own gradient compares and selects, which is slow on wasm; `step` is 1 to the right of 0, alpha elsewhere.
  const apply = customGradient<[tf.Tensor]>(
    (x) => tf.leakyRelu(x, alpha),
    (dy, [x]) => [tf.mul(dy, tf.step(x, alpha))],
  )
  return { name: 'leakyRelu', pieces: 1, alpha, apply: (z) => apply(z) }
}
