import * as tf from '../../tf.ts'
import type { Mlp } from '../mlp.ts'

/**
 * Starting weights fitted to data, with or without weight normalization: layer by layer, every hidden unit is scaled
 * and shifted such that its pre-activations on `x` have mean 0 and variance 1 (Salimans and Kingma 2016, section 3:
 * g = 1 / sigma and b = -mu / sigma of v x / |v|). Both kinds of network then start as the same function, if they had
 * the same weights. Layers whose activations are normalized stay as they are. To be called before training.
 * @param x `[seeds, batch, inputs]`, the first batch, say.
 * Throws where a unit says the same of every row, and so has no standard deviation to divide by.
 */
export function dataDependentInitialization({ layers }: Pick<Mlp, 'layers'>, x: tf.Tensor): void {
  tf.tidy(() => {
    layers.slice(0, -1).reduce((input, layer, index) => {
      const { z, a } = layer.trace(input)
      if (layer.gamma) return a
      const products = tf.sub(z, layer.bias)
      const mean = tf.mean(products, 1, true)
      const deviation = tf.sqrt(tf.mean(tf.square(tf.sub(products, mean)), 1, true))
      if (!deviation.dataSync().every((each) => each > 0))
        throw new Error(
          `dataDependentInitialization: expected units of layer ${index} whose pre-activations differ from row to ` +
            'row, got one whose do not; use a larger batch or other starting weights',
        )
      const size = layer.gain ?? layer.kernel
      size.assign(tf.div(size, deviation))
      layer.bias.assign(tf.neg(tf.div(mean, deviation)))
      return layer.trace(input).a
    }, x)
  })
}
