/** The normalization of each variant. */
import type { VariantOf } from '../../lab/setup.ts'
import { batchNormalization } from '../../nn/layers/normalization/batchNormalization.ts'
import { groupNormalization } from '../../nn/layers/normalization/groupNormalization.ts'
import { layerNormalization } from '../../nn/layers/normalization/layerNormalization.ts'
import type { Normalization } from '../../nn/layers/normalization/normalization.ts'
import type setup from './config.ts'
import { groups } from './config.ts'

/** Added to every variance. */
export const epsilon = 1e-3

/** @param momentum of batch normalization's running averages. */
export const normalizations: Record<
  VariantOf<typeof setup>,
  (momentum: number) => Normalization | undefined
> = {
  none: () => undefined,
  batch: (momentum) => batchNormalization({ momentum, epsilon }),
  layer: () => layerNormalization({ epsilon }),
  group: () => groupNormalization({ groups, epsilon }),
}
