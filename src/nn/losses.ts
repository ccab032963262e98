/**
 * Losses. Each gives one number per seed, `[seeds]`: the mean over that seed's batch. Training minimises their sum,
 * so that no seed's gradient depends on another seed. The cross-entropies take logits and never clip: a wrong
 * and certain answer costs what it should, and NaN or an infinity comes out as it is.
 */
import { customGradient } from './kernels/customGradient.ts'
import * as tf from './tf.ts'

/**
 * Cross-entropy of softmax(logits), in nats.
 * @param labels classes as whole numbers `[seeds, batch]` (int32), or probabilities `[seeds, batch, classes]` that sum to 1.
 * @param logits `[seeds, batch, classes]`.
 */
export function softmaxCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const [, batch, classes] = shape3(logits, 'softmaxCrossEntropy: logits')
  return tf.tidy(() => {
    const target = labels.rank === 2 ? oneHot(labels, classes) : labels
    const loss = customGradient<[tf.Tensor], [tf.Tensor]>(
      (z) => {
        const shifted = tf.sub(z, tf.max(z, -1, true))
        const logOfSum = tf.log(tf.sum(tf.exp(shifted), -1))
        return tf.mean(tf.sub(logOfSum, tf.sum(tf.mul(target, shifted), -1)), -1)
      },
      (dy, [z], _loss, [truth]) => [
        tf.mul(tf.sub(tf.softmax(z), truth), tf.reshape(tf.div(dy, batch), [-1, 1, 1])),
      ],
      [target],
    )
    return loss(logits)
  })
}

/**
 * Cross-entropy of sigmoid(logits), in nats: max(z, 0) - z y + ln(1 + e^-|z|), which never overflows.
 * @param labels 0, 1 or probabilities between, of the shape of `logits` or without its last axis if that is 1.
 * @param logits `[seeds, batch, units]`.
 */
export function sigmoidCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const [, batch, units] = shape3(logits, 'sigmoidCrossEntropy: logits')
  return tf.tidy(() => {
    const y = tf.cast(tf.reshape(labels, [-1, batch, units]), 'float32')
    const loss = customGradient<[tf.Tensor], [tf.Tensor]>(
      (z) => {
        const excess = tf.log1p(tf.exp(tf.neg(tf.abs(z))))
        return tf.mean(tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), excess), [1, 2])
      },
      (dy, [z], _loss, [truth]) => [
        tf.mul(tf.sub(tf.sigmoid(z), truth), tf.reshape(tf.div(dy, batch * units), [-1, 1, 1])),
      ],
      [y],
    )
    return loss(logits)
  })
}

/** Mean of (prediction - target)^2 over batch and units, without a factor 1/2. Both `[seeds, batch, units]`. */
export function meanSquaredError(targets: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  shape3(predictions, 'meanSquaredError: predictions')
  return tf.tidy(() => tf.mean(tf.square(tf.sub(predictions, targets)), [1, 2]))
}

/** Whole-number classes `[seeds, batch]` as `[seeds, batch, classes]` of 0 and 1. */
export const oneHot = (labels: tf.Tensor, classes: number): tf.Tensor =>
  tf.oneHot(tf.cast(labels, 'int32'), classes, 1, 0, 'float32')

function shape3(tensor: tf.Tensor, what: string): [number, number, number] {
  if (tensor.rank !== 3) {
    throw new Error(`${what}: expected the shape [seeds, batch, units], got [${tensor.shape.join(', ')}]`)
  }
  return tensor.shape as [number, number, number]
}
