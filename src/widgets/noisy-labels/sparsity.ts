/** How sparse the hidden layers are on given images, without dropout. No gradients, nothing left behind. */
import type { Mlp } from '../../nn/layers/mlp.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'

export interface Sparsity {
  /** The share of the activations that are exactly 0, one number for each seed. */
  zeros1: Float32Array
  zeros2: Float32Array
  /** Their mean. */
  mean1: Float32Array
  mean2: Float32Array
}

/** @param model with two hidden layers. @param x `[seeds, rows, features]`. */
export function sparsity(model: Mlp, x: tf.Tensor): Sparsity {
  const [zeros1, mean1, zeros2, mean2] = read(() =>
    model
      .trace(x)
      .slice(0, -1)
      .flatMap(({ a }) => [tf.mean(tf.cast(tf.equal(a, 0), 'float32'), [1, 2]), tf.mean(a, [1, 2])]),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array]
  return { zeros1, zeros2, mean1, mean2 }
}
