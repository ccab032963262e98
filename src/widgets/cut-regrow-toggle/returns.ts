/** Masks that remember which weights have been off: in a checkpoint, too. */
import { kernelMasks, type KernelMasks } from '../../nn/pruning/kernelMasks.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'

export interface RememberingMasks extends KernelMasks {
  /** The share of all weights that are there and have been off, for each seed. */
  returned(): Float32Array
}

/** @param kernels variables `[seeds, ...]`. */
export function rememberingMasks(kernels: readonly tf.Variable[]): RememberingMasks {
  const masks = kernelMasks(kernels)
  const everOff = tf.tidy(() => kernels.map((kernel) => tf.variable(tf.zerosLike(kernel), false)))
  return {
    ...masks,
    variables: [...masks.variables, ...everOff],
    set(next) {
      masks.set(next)
      tf.tidy(() => everOff.forEach((off, i) => off.assign(tf.maximum(off, tf.sub(1, masks.variables[i]!)))))
    },
    read: () => masks.read(),
    returned() {
      const [shares] = read(() => {
        const back = sumOf(everOff.map((off, i) => tf.mul(off, masks.variables[i]!)))
        return [tf.div(back, sumOf(masks.variables))]
      })
      return shares!
    },
    dispose() {
      masks.dispose()
      tf.dispose(everOff)
    },
  }
}

/** Over all tensors together, one number for each seed. */
const sumOf = (parts: readonly tf.Tensor[]): tf.Tensor =>
  tf.sum(
    tf.concat(
      parts.map((part) => tf.reshape(part, [part.shape[0], -1])),
      1,
    ),
    1,
  )
