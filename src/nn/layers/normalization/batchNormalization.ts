import { movingAverage } from '../../kernels/movingAverage.ts'
import * as tf from '../../tf.ts'
import type { NormalizationMode, NormalizesActivations } from './normalization.ts'
import { normalize, type Moments } from './normalize.ts'
import { replicaOf, scaleAndShift, startingStatistics } from './scaleAndShift.ts'

export interface BatchNormalizationOptions {
  /** Share of the running mean and variance that stays at each step; 0.9 (Keras: 0.99, for longer trainings). */
  momentum?: number
  /** Added to the variance; 0.001 as in Keras. */
  epsilon?: number
}

/**
 * Every channel gets mean 0 and variance 1 over the batch and all places in it (Ioffe and Szegedy 2015, algorithm 1
 * and section 3.2), then a learned scale and shift. While it trains it uses the batch's own mean and variance,
 * divided by the count m; afterwards running averages of them. These take in the variance as m / (m - 1) of the
 * batch's, an unbiased estimate, as in the paper's algorithm 2 (Keras and tfjs take in the biased one; with a batch
 * of 2 it is half). The paper averages over batches at the end, here the average moves at every step, as in Keras.
 *
 * A batch of one number per channel is its own mean: the output is beta whatever comes in, and no gradient goes
 * further back. One number says nothing about a variance: the running variance then stays where it is.
 */
export const batchNormalization = ({
  momentum = 0.9,
  epsilon = 1e-3,
}: BatchNormalizationOptions = {}): NormalizesActivations => ({
  name: 'batchNormalization',
  of: 'activations',
  build(seeds, channels) {
    const { gamma, beta } = scaleAndShift(seeds, channels)
    const statistics = startingStatistics(seeds, channels)

    const apply = (x: tf.Tensor, { replica, training, remember, beta: other }: NormalizationMode = {}) => {
      const [scale, shift] = [replicaOf(gamma, replica), other ?? replicaOf(beta, replica)]
      if (!training) {
        const [mean, variance] = [
          replicaOf(statistics.mean, replica),
          replicaOf(statistics.variance, replica),
        ]
        const slope = tf.div(scale, tf.sqrt(tf.add(variance, epsilon)))
        // Rows of a rank-3 tensor, for which there are kernels, whatever the rank.
        const rows = tf.reshape(x, [x.shape[0], -1, channels])
        const y = tf.add(tf.mul(rows, slope), tf.sub(shift, tf.mul(mean, slope)))
        return tf.reshape(y, x.shape)
      }
      if (remember && replica !== undefined)
        throw new Error(
          `batchNormalization: expected all seeds when remembering, got replica ${replica}; leave out one of the two`,
        )
      const outer = x.shape[0]
      const count = x.size / outer / channels
      const seen = ({ mean, variance }: Moments) => {
        move(statistics.mean, mean, momentum)
        if (count > 1) move(statistics.variance, variance, momentum, count / (count - 1))
      }
      const layout = { outer, rows: count, groups: channels, width: 1, epsilon, center: true }
      return normalize(x, scale, shift, layout, remember ? seen : undefined)
    }
    return { gamma, beta, statistics, apply }
  },
})

/** The latest value, times `correction`, enters the running one with a weight of 1 - momentum. */
function move(running: tf.Variable, latest: tf.Tensor, momentum: number, correction = 1): void {
  const next = movingAverage(running, latest, { momentum, share: correction * (1 - momentum) })
  running.assign(next)
  next.dispose()
}
