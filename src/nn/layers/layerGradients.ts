/** The gradients of one batch at every layer: what flows back through a network. Changes nothing. */
import * as tf from '../tf.ts'
import type { LayerTrace } from './dense.ts'
import type { Mlp } from './mlp.ts'

export interface LayerGradients extends LayerTrace {
  /** By the kernel, `[seeds, inputs, pieces * units]`. */
  kernel: tf.Tensor
  /** By the bias, `[seeds, 1, pieces * units]`. */
  bias: tf.Tensor
  /** By the pre-activations (what enters the activation), `[seeds, batch, pieces * units]`: the back-propagated error. */
  delta: tf.Tensor
}

/**
 * Of training, as it would see this batch: batch normalization uses the batch's own mean and variance, and does not
 * remember them.
 * @param x `[seeds, batch, inputs]`.
 * @param loss from the logits; one number per seed, `[seeds]`.
 * @returns the loss and, layer by layer, the gradients; the caller disposes them (`tf.tidy`).
 */
export function layerGradients(
  model: Mlp,
  x: tf.Tensor,
  loss: (logits: tf.Tensor) => tf.Tensor,
): { loss: tf.Tensor; layers: LayerGradients[] } {
  return tf.tidy(() => {
    const traces = model.trace(x, { training: true })
    const offsets = traces.map(({ z }) => tf.zerosLike(z))
    const sources = model.layers.flatMap(({ kernel, bias }, index) => [kernel, bias, offsets[index]!])
    const { value, grads } = tf
      .engine()
      .gradients(() => loss(model.apply(x, { offsets, training: true })), sources)
    const layers = traces.map((trace, index) => ({
      ...trace,
      kernel: grads[3 * index]!,
      bias: grads[3 * index + 1]!,
      delta: grads[3 * index + 2]!,
    }))
    return { loss: value, layers }
  })
}
