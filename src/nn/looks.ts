/** What panels show of the first seed's network, as plain numbers. No gradients, nothing left behind. */
import type { Mlp } from './layers/mlp.ts'
import { read } from './tensors.ts'
import * as tf from './tf.ts'

/**
 * What leaves each hidden layer.
 * @param x `[seeds, rows, features]`. @param rows how many of the first seed's are looked at.
 * @returns for each hidden layer `[rows, units]`, flat.
 */
export const hiddenActivations = (model: Mlp, x: tf.Tensor, rows: number): Float32Array[] =>
  read(() =>
    model
      .trace(tf.slice(x, 0, [1, rows, -1]), { replica: 0 })
      .slice(0, -1)
      .map(({ a }) => a),
  )

/** The weights into the first `units` units of the first layer, `[inputs]` each: with pixels as inputs, images. */
export function incomingWeights(model: Mlp, units: number): Float32Array[] {
  const { kernel } = model.layers[0]!
  const inputs = kernel.shape[1]!
  const [flat] = read(() => [tf.transpose(tf.slice(kernel, [0, 0, 0], [1, -1, units]), [0, 2, 1])])
  return Array.from({ length: units }, (_, unit) => flat!.subarray(unit * inputs, (unit + 1) * inputs))
}
