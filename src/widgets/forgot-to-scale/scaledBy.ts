/** The network that is used in place of the one that was trained: what leaves each hidden layer is multiplied by a number. */
import type { Mlp } from '../../nn/layers/mlp.ts'
import type * as tf from '../../nn/tf.ts'

/**
 * The same parameters; what leaves each hidden layer is multiplied by its factor, unless masks are given. Activations
 * times a number are the next layer's weights times that number: Srivastava et al. (2014), section 4, scale the weights
 * by the probability that a unit was kept.
 * @param factors one scalar for each hidden layer; they stay the caller's.
 */
export const scaledBy = (model: Mlp, factors: readonly tf.Tensor[]): Mlp => ({
  ...model,
  apply: (x, options) => model.apply(x, { masks: factors, ...options }),
  trace: (x, options) => model.trace(x, { masks: factors, ...options }),
})
