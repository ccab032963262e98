/** What training, evaluation and figures need to know of a network for several seeds, whatever it is made of. */
import type * as tf from '../tf.ts'

export interface ApplyOptions {
  /** Position (in `seeds`) of the only network to compute; the result's first axis then has length 1. */
  replica?: number
  /**
   * One tensor for each layer, added to what enters its activation, after normalization; may broadcast, as
   * `[seeds, 1, units]`. For gradients by pre-activations, and to disturb them.
   */
  offsets?: readonly tf.Tensor[] | undefined
  /**
   * One tensor for each hidden layer, which its activations are multiplied by before they go on; may broadcast, as
   * `[1, batch, units]`. For dropout (see `dropoutMasks`).
   */
  masks?: readonly tf.Tensor[] | undefined
  /** Batch normalization uses the batch's own mean and variance (by default the running ones); stochastic pooling draws. */
  training?: boolean | undefined
  /** With `training`: batch normalization moves its running mean and variance, too. */
  remember?: boolean | undefined
  /** With `training`: number of updates so far. What is drawn by chance depends on it, and on nothing else that changes. */
  step?: number | undefined
}

export interface Network {
  readonly kind: 'mlp' | 'cnn'
  /** All learned parameters. */
  readonly params: readonly tf.Variable[]
  /** What training moves without a gradient: each layer's running mean, then its variance. */
  readonly statistics: readonly tf.Variable[]
  /** @param x `[seeds, batch, inputs]`, or `[1, batch, inputs]` for all. @returns logits `[seeds, batch, outputs]`. */
  apply(x: tf.Tensor, options?: ApplyOptions): tf.Tensor
  dispose(): void
}
