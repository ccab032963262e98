/** A network in training mode on many small batches at once: each has its own mean and variance. No gradients. */
import type { Mlp } from '../../nn/layers/mlp.ts'
import { normalize } from '../../nn/layers/normalization/normalize.ts'
import { replicaOf } from '../../nn/layers/normalization/scaleAndShift.ts'
import * as tf from '../../nn/tf.ts'
import { epsilon } from './normalizations.ts'

export interface InBatches {
  /** What enters each hidden activation, `[seeds, rows, units]`, after normalization. */
  entering: tf.Tensor[]
  /** What is normalized in each hidden layer, in the same shape. */
  products: tf.Tensor[]
  /** `[seeds, rows, classes]`. */
  logits: tf.Tensor
}

/**
 * @param model with batch normalization in every hidden layer.
 * @param x `[seeds, rows, inputs]`; a batch is `size` rows that follow each other.
 * @param replica position of the only seed to compute; x then has length 1 along its first axis.
 * @returns tensors that the caller frees (`tf.tidy`).
 * @throws where `size` does not divide the rows.
 */
export function inBatches(model: Mlp, x: tf.Tensor, size: number, replica?: number): InBatches {
  const [seeds, rows] = x.shape as [number, number, number]
  if (rows % size !== 0)
    throw new Error(`inBatches: expected rows in whole batches of ${size}, got ${rows}; leave some rows out`)
  const entering: tf.Tensor[] = []
  const normalized: tf.Tensor[] = []
  let input = x
  const of = (param: tf.Tensor) => replicaOf(param, replica)
  for (const { units, kernel, gamma, bias, activation, activationParams } of model.layers) {
    const products = tf.matMul(input, of(kernel))
    // The output layer is not normalized.
    if (!gamma) {
      input = tf.add(products, of(bias))
      continue
    }
    const layout = {
      outer: (seeds * rows) / size,
      rows: size,
      groups: units,
      width: 1,
      epsilon,
      center: true,
    }
    const z = normalize(products, of(gamma), of(bias), layout)
    normalized.push(products)
    entering.push(z)
    input = activation.apply(z, activationParams.map(of))
  }
  return { entering, products: normalized, logits: input }
}
