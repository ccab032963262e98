/** What is added to a loss so that weights stay small. One number per seed, `[seeds]`; biases are left alone. */
import type { Mlp } from './layers/mlp.ts'
import * as tf from './tf.ts'

/** strength times the sum of all squared or absolute weights. */
export interface Penalty {
  name: 'l1' | 'l2'
  strength: number
}

type Kernels = { readonly layers: readonly Pick<Mlp['layers'][number], 'kernel'>[] }

const ofKernels = ({ layers }: Kernels, of: (kernel: tf.Tensor) => tf.Tensor): tf.Tensor =>
  tf.tidy(() => layers.map(({ kernel }) => tf.sum(of(kernel), [1, 2])).reduce((a, b) => tf.add(a, b)))

/** strength times the sum of all squared weights (Keras's `L2`, without a factor 1/2): its gradient is 2 strength w. */
export const l2Penalty = (model: Kernels, strength: number): tf.Tensor =>
  tf.mul(strength, ofKernels(model, tf.square))

/** strength times the sum of all absolute weights (Keras's `L1`). Its gradient at 0 is taken as 0: plain descent makes no exact zeros. */
export const l1Penalty = (model: Kernels, strength: number): tf.Tensor =>
  tf.mul(strength, ofKernels(model, tf.abs))

export const penaltyOf = (model: Kernels, { name, strength }: Penalty): tf.Tensor =>
  (name === 'l2' ? l2Penalty : l1Penalty)(model, strength)

/** The length of all weights of a network as one vector, for each seed, `[seeds]`. */
export const weightNorm = (model: Kernels): tf.Tensor => tf.tidy(() => tf.sqrt(ofKernels(model, tf.square)))
