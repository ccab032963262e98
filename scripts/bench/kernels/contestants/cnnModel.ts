/** The convolutional network of the bench in ordinary tfjs ops. */
import * as tf from '../../../../src/nn/tf.ts'
import { cnnWeights, rowsOf, type CnnWorkload } from '../workloads.ts'

export interface CnnModel {
  x: tf.Tensor4D
  /** Classes `[1, rows]`. */
  y: tf.Tensor2D
  params: tf.Variable[]
  /** Logits `[1, rows, classes]`. */
  apply: (x: tf.Tensor4D) => tf.Tensor
}

const block = (x: tf.Tensor4D, kernel: tf.Tensor4D, bias: tf.Tensor): tf.Tensor4D =>
  tf.maxPool(tf.relu(tf.add(tf.conv2d(x, kernel, 1, 'same'), bias)), 2, 2, 'valid')

export function cnnModel(workload: CnnWorkload): CnnModel {
  const { size, channels, classes, batch } = workload
  const rows = rowsOf(workload, 0)
  const weights = cnnWeights(workload)
  const shapes: number[][] = [
    [3, 3, 1, channels[0]],
    [3, 3, ...channels],
    [weights[2]!.kernel.length / classes, classes],
  ]
  const params = weights.flatMap(({ kernel, bias }, i) => [
    tf.variable(tf.tensor(kernel, shapes[i])),
    tf.variable(tf.tensor1d(bias)),
  ])
  const [kernel1, bias1, kernel2, bias2, kernel3, bias3] = params as [
    tf.Variable<tf.Rank.R4>,
    tf.Variable,
    tf.Variable<tf.Rank.R4>,
    tf.Variable,
    tf.Variable<tf.Rank.R2>,
    tf.Variable,
  ]
  return {
    x: tf.tensor4d(rows.x, [batch, size, size, 1]),
    y: tf.tensor2d(Int32Array.from(rows.y), [1, batch], 'int32'),
    params,
    apply: (x) => {
      const features = tf.reshape(block(block(x, kernel1, bias1), kernel2, bias2), [batch, -1])
      return tf.reshape(tf.add(tf.matMul(features, kernel3), bias3), [1, batch, classes])
    },
  }
}
