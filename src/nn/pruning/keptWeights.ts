/** What panels show of a network that is cut. No gradients, nothing left behind. */
import type { Mlp } from '../layers/mlp.ts'
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'

/** The kernels of the first seed, for each layer `[inputs, units]`, flat: 0 where a weight is cut. */
export const firstKernels = ({ layers }: Mlp): Float32Array[] =>
  read(() => layers.map(({ kernel }) => tf.slice(kernel, 0, 1)))

/** For each layer the weights of the first seed that are not 0. */
export const keptWeights = (model: Mlp): Float32Array[] =>
  firstKernels(model).map((kernel) => kernel.filter((weight) => weight !== 0))
