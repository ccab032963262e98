import { defaultEpsilon, groupsOfChannels, type EpsilonOptions } from './groupsOfChannels.ts'
import type { NormalizesActivations } from './normalization.ts'

export interface GroupNormalizationOptions extends EpsilonOptions {
  /** Number of groups, of neighbouring channels each; divides the number of channels. */
  groups: number
}

/**
 * As layer normalization, but each of the groups of channels by itself (Wu and He 2018): with 1 group it is layer
 * normalization, with a group per channel instance normalization.
 */
export const groupNormalization = ({
  groups,
  epsilon = defaultEpsilon,
}: GroupNormalizationOptions): NormalizesActivations => ({
  name: 'groupNormalization',
  of: 'activations',
  build(seeds, channels) {
    if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0)
      throw new Error(
        `groupNormalization: expected a number of groups that divides the ${channels} channels, got ${groups}`,
      )
    return groupsOfChannels(seeds, channels, { groups, epsilon })
  },
})
