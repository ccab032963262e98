import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/** The normal distribution function. */
const phi = (x: tf.Tensor) => tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5)
/** Its density. */
const density = (x: tf.Tensor) => tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI))

const apply = customGradient<[tf.Tensor]>(
  (x) => tf.mul(x, phi(x)),
  (dy, [x]) => [tf.mul(dy, tf.add(phi(x), tf.mul(x, density(x))))],
)

/**
 * y = x P(N(0, 1) <= x) = x (1 + erf(x / sqrt 2)) / 2 (Hendrycks and Gimpel 2016).
 * The exact form, not the approximation by tanh; tfjs's erf is good to about 1e-6.
 */
export const gelu = (): Activation => ({ name: 'gelu', pieces: 1, apply: (z) => apply(z) })
