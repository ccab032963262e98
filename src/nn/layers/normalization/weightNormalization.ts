import * as tf from '../../tf.ts'
import type { NormalizesKernel } from './normalization.ts'
import { normalize } from './normalize.ts'
import { replicaOf } from './scaleAndShift.ts'

/**
 * Each unit's weights as a length and a direction, w = g v / |v| (Salimans and Kingma 2016, equation 2). g starts as
 * |v|, so that a network starts as it would without; `dataDependentInitialization` starts it as their section 3 does.
 * Nothing depends on the batch, and g may grow: weights are reparameterised, not bounded.
 */
export const weightNormalization = (): NormalizesKernel => ({
  name: 'weightNormalization',
  of: 'kernel',
  build(v) {
    const [, inputs, units] = v.shape as [number, number, number]
    const gain: tf.Variable = tf.tidy(() => tf.variable(tf.sqrt(tf.sum(tf.square(v), 1, true))))
    if (gain.dataSync().includes(0)) {
      gain.dispose()
      throw new Error(
        'weightNormalization: expected weights that have a direction, got a unit whose weights are all 0; ' +
          'use another kernelInitializer',
      )
    }
    /** v / |v| is v over its root mean square, divided by the root of their number. */
    const kernel = (of: tf.Tensor, replica?: number) => {
      const scale = tf.mul(replicaOf(gain, replica), 1 / Math.sqrt(inputs))
      const layout = { outer: of.shape[0], rows: inputs, groups: units, width: 1, epsilon: 0, center: false }
      return normalize(of, scale, tf.zerosLike(scale), layout)
    }
    return { gain, kernel }
  },
})
