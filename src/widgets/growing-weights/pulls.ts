/** Which way, and how strongly, the loss and the penalty pull at the length of all weights. */
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { layerGradients } from '../../nn/layers/layerGradients.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { weightNorm } from '../../nn/penalties.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'

/**
 * A step of gradient descent moves the length |w| of the kernels by about the learning rate times (lossPull minus
 * penaltyPull): these are the slopes of -loss and of the penalty along the direction of w.
 * @param x `[seeds, rows, features]`. @param y classes `[seeds, rows]`.
 * @param strength of `l2Penalty`: the penalty's gradient is 2 strength w.
 * @returns one number per seed.
 */
export function pulls(
  model: Mlp,
  { x, y }: { x: tf.Tensor; y: tf.Tensor },
  strength: number,
): { norm: Float32Array; lossPull: Float32Array; penaltyPull: Float32Array } {
  const [norm, lossPull, penaltyPull] = read(() => {
    const { layers } = layerGradients(model, x, (logits) => softmaxCrossEntropy(y, logits))
    const length = weightNorm(model)
    const along = layers
      .map(({ kernel }, i) => tf.sum(tf.mul(kernel, model.layers[i]!.kernel), [1, 2]))
      .reduce((a, b) => tf.add(a, b))
    return [length, tf.neg(tf.div(along, length)), tf.mul(2 * strength, length)]
  }) as [Float32Array, Float32Array, Float32Array]
  return { norm, lossPull, penaltyPull }
}
