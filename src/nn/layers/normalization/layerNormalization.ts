import { defaultEpsilon, groupsOfChannels, type EpsilonOptions } from './groupsOfChannels.ts'
import type { NormalizesActivations } from './normalization.ts'

/**
 * All units of a layer get, for each example by itself, mean 0 and variance 1, then a learned scale and shift per unit
 * (Ba et al. 2016, equations 3 and 4). With spatial axes: over all places and channels, as Wu and He 2018 have it in
 * their figure 2 (Keras: over the channels of each place).
 */
export const layerNormalization = ({
  epsilon = defaultEpsilon,
}: EpsilonOptions = {}): NormalizesActivations => ({
  name: 'layerNormalization',
  of: 'activations',
  build: (seeds, channels) => groupsOfChannels(seeds, channels, { groups: 1, epsilon }),
})
