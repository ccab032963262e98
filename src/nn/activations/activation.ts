/** What an activation is to a layer. The functions themselves stand one per file beside this one. */
import type * as tf from '../tf.ts'
import type { ActivationName } from './scalar.ts'

export interface Activation {
  readonly name: ActivationName
  /** How many numbers a dense layer computes for each unit that leaves the activation: k for maxout, otherwise 1. */
  readonly pieces: number
  /** Of leakyRelu and elu: what their formulas call alpha. */
  readonly alpha?: number
  /** New learned parameters for one layer of `units` units, each `[seeds, 1, units]`. Absent: nothing is learned. */
  init?(seeds: number, units: number): tf.Variable[]
  /**
   * @param z pre-activations `[seeds, batch, pieces * units]`; piece p of unit u stands in column p * units + u.
   * @param params what `init` returned; empty where it is absent.
   * @returns activations `[seeds, batch, units]`. NaN stays NaN.
   */
  apply(z: tf.Tensor, params: readonly tf.Tensor[]): tf.Tensor
}
