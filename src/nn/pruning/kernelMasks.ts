/** Masks over the kernels of a network: which weights are kept (1) and which are cut (0). Biases stay. */
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'

export interface KernelMasks {
  /** One for each kernel, in its shape. All 1 at first. */
  readonly variables: readonly tf.Variable[]
  /** Puts other masks in place, one for each kernel, flat, and sets what they cut to 0. */
  set(masks: readonly Float32Array[]): void
  /** Sets what is cut to 0 again. */
  apply(): void
  /** Copies, one for each kernel, flat. */
  read(): Float32Array[]
  /** The share of all weights that is cut, for each seed; of kernels `[seeds, ...]`. */
  sparsity(): Float32Array
  dispose(): void
}

/** What a trainer is told of pruning. */
export interface Pruning {
  /** The caller's until the trainer exists, and freed with it. In a checkpoint they stand last. */
  masks: KernelMasks
  /** Numbers of updates after which `cut` is called, ascending. */
  at: readonly number[]
  /** Puts new masks in place after update number `step`; what is measured at that step is the network after it. */
  cut(step: number): void
}

/** @param kernels of an mlp `[seeds, inputs, units]`; of a cnn those of one seed after another. */
export function kernelMasks(kernels: readonly tf.Variable[]): KernelMasks {
  const variables = tf.tidy(() => kernels.map((kernel) => tf.variable(tf.onesLike(kernel), false)))
  const apply = () =>
    tf.tidy(() => kernels.forEach((kernel, i) => kernel.assign(tf.mul(kernel, variables[i]!))))
  return {
    variables,
    set(masks) {
      tf.tidy(() => variables.forEach((variable, i) => variable.assign(tf.tensor(masks[i]!, variable.shape))))
      apply()
    },
    apply,
    read: () => read(() => [...variables]),
    sparsity() {
      const [kept] = read(() => {
        const parts = variables.map((mask) => tf.reshape(mask, [mask.shape[0], -1]))
        return [tf.mean(tf.concat(parts, 1), 1)]
      })
      return kept!.map((share) => 1 - share)
    },
    dispose: () => tf.dispose([...variables]),
  }
}
