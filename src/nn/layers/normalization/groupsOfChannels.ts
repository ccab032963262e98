/** Normalizations whose mean and variance are those of groups of channels of one example: all but batch normalization. */
import type * as tf from '../../tf.ts'
import type { ActivationNormalization, NormalizationMode } from './normalization.ts'
import { normalize } from './normalize.ts'
import { replicaOf, scaleAndShift } from './scaleAndShift.ts'

export interface EpsilonOptions {
  /** Added to the variance; 0.001 as in Keras. */
  epsilon?: number
}
export const defaultEpsilon = 1e-3

/** Each example by itself: the rest of the batch, training or not, makes no difference. */
export function groupsOfChannels(
  seeds: number,
  channels: number,
  { groups, epsilon, center = true }: { groups: number; epsilon: number; center?: boolean },
): ActivationNormalization {
  const { gamma, beta } = scaleAndShift(seeds, channels)
  const apply = (x: tf.Tensor, { replica, beta: other }: NormalizationMode = {}) => {
    const outer = x.shape[0] * x.shape[1]!
    const rows = x.size / outer / channels
    const layout = { outer, rows, groups, width: channels / groups, epsilon, center }
    return normalize(x, replicaOf(gamma, replica), other ?? replicaOf(beta, replica), layout)
  }
  return { gamma, beta, apply }
}
