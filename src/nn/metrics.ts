/** Numbers to show, one per seed, `[seeds]`. No gradients. */
import * as tf from './tf.ts'

/** Counted, then divided: webgl's mean adds rounded parts, and 400 rows of 400 came to less than 1. */
const shareOf = (right: tf.Tensor): tf.Tensor =>
  tf.div(tf.sum(tf.cast(right, 'float32'), -1), right.shape.at(-1)!)

/**
 * Share of rows whose greatest logit is the true class; the first class wins a tie.
 * @param labels int32 `[seeds, batch]`, or `[1, batch]` for all seeds.
 * @param logits `[seeds, batch, classes]`.
 */
export const accuracy = (labels: tf.Tensor, logits: tf.Tensor): tf.Tensor =>
  tf.tidy(() => shareOf(tf.equal(tf.argMax(logits, -1), tf.cast(labels, 'int32'))))

/**
 * Share of rows on the right side of probability 1/2 (logit 0 counts as class 0).
 * @param labels 0 or 1, `[seeds, batch]` or `[seeds, batch, 1]` (or with 1 for seeds).
 * @param logits `[seeds, batch, 1]`.
 */
export const binaryAccuracy = (labels: tf.Tensor, logits: tf.Tensor): tf.Tensor =>
  tf.tidy(() => {
    const [seeds, batch] = logits.shape as [number, number]
    const said = tf.cast(tf.greater(tf.reshape(logits, [seeds, batch]), 0), 'float32')
    const truth = tf.cast(tf.reshape(labels, [-1, batch]), 'float32')
    return shareOf(tf.equal(said, truth))
  })

/** Root mean square of everything but the first axis. */
export const rootMeanSquare = (x: tf.Tensor): tf.Tensor =>
  tf.tidy(() => tf.sqrt(tf.mean(tf.square(tf.reshape(x, [x.shape[0], -1])), -1)))
