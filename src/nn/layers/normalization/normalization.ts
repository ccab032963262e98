/** What a normalization is to a network. The layers stand one per file beside this one. */
import type * as tf from '../../tf.ts'

export interface NormalizationMode {
  /** Position of the only seed to compute; x then has length 1 along its first axis. */
  replica?: number | undefined
  /** Batch normalization only: use the batch's own mean and variance instead of the running ones. */
  training?: boolean | undefined
  /** With `training`: move the running mean and variance, too. */
  remember?: boolean | undefined
  /** Another shift to compute with. */
  beta?: tf.Tensor | undefined
}

/** Running mean and variance, `[seeds, 1, channels]`: moved by training, not learned. */
export interface Statistics {
  readonly mean: tf.Variable
  readonly variance: tf.Variable
}

/** Normalizes activations. */
export interface ActivationNormalization {
  /** The learned scale, `[seeds, 1, channels]`, from 1. */
  readonly gamma: tf.Variable
  /** The learned shift, `[seeds, 1, channels]`, from 0: the bias of a layer that is normalized. */
  readonly beta: tf.Variable
  /** Of batch normalization. */
  readonly statistics?: Statistics
  /** @param x `[seeds, batch, ...spatial, channels]`. @returns a tensor of the same shape. */
  readonly apply: (x: tf.Tensor, mode?: NormalizationMode) => tf.Tensor
}

/** Normalizes weights. */
export interface KernelNormalization {
  /** The learned length of each unit's weights, `[seeds, 1, units]`. */
  readonly gain: tf.Variable
  /** The weights that are used. @param kernel what is learned in their place, `[seeds, inputs, units]`. */
  readonly kernel: (kernel: tf.Tensor, replica?: number) => tf.Tensor
}

interface Kind<Name extends string> {
  readonly name: Name
}
export interface NormalizesActivations extends Kind<
  | 'batchNormalization'
  | 'layerNormalization'
  | 'groupNormalization'
  | 'instanceNormalization'
  | 'rmsNormalization'
> {
  readonly of: 'activations'
  /** A new layer for `channels` channels. */
  build(seeds: number, channels: number): ActivationNormalization
}
export interface NormalizesKernel extends Kind<'weightNormalization'> {
  readonly of: 'kernel'
  /** For the kernel of one layer, `[seeds, inputs, units]`. */
  build(kernel: tf.Variable): KernelNormalization
}

export type Normalization = NormalizesActivations | NormalizesKernel
export type NormalizationName = Normalization['name']
