/** The convolutional layer: every filter spans all channels of its input and makes one feature map. */
import type { Activation } from '../../activations/activation.ts'
import { activation as byName } from '../../activations/catalogue.ts'
import type { ActivationName } from '../../activations/scalar.ts'
import * as tf from '../../tf.ts'
import type { BuildOptions, MapLayer } from './mapLayer.ts'

export interface Conv2dOptions {
  /** Number of feature maps that leave the layer. */
  filters: number
  /** Height and width of the window. */
  kernelSize: number
  /** 1 by default. */
  strides?: number
  /** `same` by default: as many places as there are pixels, divided by the stride and rounded up. */
  padding?: 'valid' | 'same'
  /** relu by default. Of maxout each filter has k pieces; with two it is Max-Feature-Map (Wu et al. 2018). */
  activation?: Activation | ActivationName
}

/**
 * a = activation(x * kernel + bias), where * is cross-correlation: the kernel is not turned, as in all libraries. The
 * kernel is `[kernelSize, kernelSize, channels, pieces * filters]`, the bias `[pieces * filters]`, zeros at the start.
 */
export const conv2d = ({
  filters,
  kernelSize,
  strides = 1,
  padding = 'same',
  activation: named = 'relu',
}: Conv2dOptions): MapLayer => ({
  build({ input, kernelInitializer, random }: BuildOptions) {
    const activation = typeof named === 'string' ? byName(named) : named
    const { pieces } = activation
    const [height, width, channels] = input
    const shape = [kernelSize, kernelSize, channels, pieces * filters] as [number, number, number, number]
    const { outHeight, outWidth } = tf.backend_util.computeConv2DInfo(
      [1, ...input],
      shape,
      strides,
      1,
      padding,
    )
    if (outHeight < 1 || outWidth < 1) {
      throw new Error(
        `conv2d: expected maps of at least ${kernelSize} x ${kernelSize}, got ${height} x ${width}; use padding 'same'`,
      )
    }
    const taps = kernelSize * kernelSize * channels
    const values = new Float32Array(taps * pieces * filters)
    for (let piece = 0; piece < pieces; piece++) {
      const part = kernelInitializer.draw(
        random.split(`kernel ${piece}`),
        taps * filters,
        taps,
        kernelSize * kernelSize * filters,
      )
      for (let tap = 0; tap < taps; tap++)
        values.set(part.subarray(tap * filters, (tap + 1) * filters), (tap * pieces + piece) * filters)
    }
    const [kernel, bias] = tf.tidy(() => [
      tf.variable(tf.tensor4d(values, shape)),
      tf.variable(tf.zeros([pieces * filters])),
    ]) as [tf.Variable<tf.Rank.R4>, tf.Variable]
    const learned = tf.tidy(() => activation.init?.(1, filters) ?? [])
    const output = [outHeight, outWidth, filters] as const
    return {
      name: 'conv2d',
      output,
      params: [kernel, bias, ...learned],
      apply(x) {
        const z = tf.add(tf.conv2d(x, kernel, strides, padding), bias)
        if (pieces === 1 && learned.length === 0) return activation.apply(z, learned) as tf.Tensor4D
        // Maxout and PReLU know the last axis as that of the units, and one axis before it.
        const rows = tf.reshape(z, [1, -1, pieces * filters])
        return tf.reshape(activation.apply(rows, learned), [x.shape[0], ...output])
      },
    }
  },
})
