import { defaultEpsilon, groupsOfChannels, type EpsilonOptions } from './groupsOfChannels.ts'
import type { NormalizesActivations } from './normalization.ts'

/**
 * Each channel of each example by itself, over its places (Ulyanov et al. 2016). Where there are no places, as in a
 * multilayer perceptron, every number would be its own mean and become 0: that is refused.
 */
export const instanceNormalization = ({
  epsilon = defaultEpsilon,
}: EpsilonOptions = {}): NormalizesActivations => ({
  name: 'instanceNormalization',
  of: 'activations',
  build(seeds, channels) {
    const { apply, ...rest } = groupsOfChannels(seeds, channels, { groups: channels, epsilon })
    return {
      ...rest,
      apply(x, mode) {
        if (x.size === x.shape[0] * x.shape[1]! * channels)
          throw new Error(
            `instanceNormalization: expected several places per channel, got shape [${x.shape.join(', ')}]; ` +
              'use layerNormalization where there are none',
          )
        return apply(x, mode)
      },
    }
  },
})
