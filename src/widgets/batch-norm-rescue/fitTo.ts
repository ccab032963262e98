/** Starting weights fitted to data, with or without weight normalization. */
import type { Batch } from '../../nn/datasets/batches.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { batchTensors } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'

/**
 * Layer by layer, every hidden unit of a network without normalization or with weight normalization is scaled and
 * shifted such that its pre-activations on `batch` have mean 0 and variance 1 (Salimans and Kingma 2016, section 3).
 * Both kinds of network then start as the same function, if they had the same weights. Where activations are
 * normalized nothing changes. To be called before training.
 * Throws where a unit says the same of every row, and so has no standard deviation to divide by.
 */
export function fitTo({ layers }: Mlp, batch: Batch): void {
  const { x, y } = batchTensors(batch)
  tf.tidy(() => {
    layers.slice(0, -1).reduce<tf.Tensor>((input, layer, index) => {
      const { z, a } = layer.trace(input)
      if (layer.gamma) return a
      const products = tf.sub(z, layer.bias)
      const mean = tf.mean(products, 1, true)
      const deviation = tf.sqrt(tf.mean(tf.square(tf.sub(products, mean)), 1, true))
      if (!deviation.dataSync().every((each) => each > 0))
        throw new Error(
          `expected units of layer ${index + 1} whose pre-activations differ from image to image, found one whose do ` +
            'not; choose Xavier as the starting weights',
        )
      const size = layer.gain ?? layer.kernel
      size.assign(tf.div(size, deviation))
      layer.bias.assign(tf.neg(tf.div(mean, deviation)))
      return layer.trace(input).a
    }, x)
  })
  tf.dispose([x, y])
}
