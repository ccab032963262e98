import { defaultEpsilon, groupsOfChannels, type EpsilonOptions } from './groupsOfChannels.ts'
import type { NormalizesActivations } from './normalization.ts'

/**
 * Layer normalization without the mean: each example is divided by the root mean square of its units, then scaled and
 * shifted per unit (Zhang and Sennrich 2019, equation 4 and their bias; Keras has no shift).
 */
export const rmsNormalization = ({
  epsilon = defaultEpsilon,
}: EpsilonOptions = {}): NormalizesActivations => ({
  name: 'rmsNormalization',
  of: 'activations',
  build: (seeds, channels) => groupsOfChannels(seeds, channels, { groups: 1, epsilon, center: false }),
})
