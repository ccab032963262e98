import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/**
 * y = x for x > 0, otherwise alpha (e^x - 1) (Clevert et al. 2016). The slope at 0 is taken from the left: alpha.
 * @param alpha minus the value that it approaches on the left, at least 0.
 */
export const elu = (alpha = 1): Activation => {
  const scaled = customGradient<[tf.Tensor]>(
    (x) => tf.where(tf.greater(x, 0), x, tf.mul(tf.expm1(x), alpha)),
    (dy, [x], y) => [tf.where(tf.greater(x, 0), dy, tf.mul(dy, tf.add(y, alpha)))],
  )
  return { name: 'elu', pieces: 1, alpha, apply: (z) => (alpha === 1 ? tf.elu(z) : scaled(z)) }
}
