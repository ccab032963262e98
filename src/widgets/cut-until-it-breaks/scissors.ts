/** Cuts trained networks of all seeds to one sparsity after another; what was cut can come back, since nothing learns. */
import type { Mlp } from '../../nn/layers/mlp.ts'
import type { Criterion } from '../../nn/pruning/criteria.ts'
import { cutOrder, masksAt, type Scope } from '../../nn/pruning/cutOrder.ts'
import { importance, saliencies } from '../../nn/pruning/importance.ts'
import type { Random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'

export interface Scissors {
  /** Sets the kernels to what is left of them. @param sparsity the share of all weights that is cut. */
  cut(sparsity: number): void
  /**
   * By how much the loss of each seed grows, as far as the parabolas of single weights tell: the sum of h w^2 / 2 over all
   * that is cut now.
   */
  predictedGrowth(): Float32Array
}

/** Looks at the kernels as they are now; from then on they are the scissors' to change. */
export function scissors({
  model,
  x,
  randoms,
  criterion,
  scope,
}: {
  model: Mlp
  /** Rows that second derivatives are measured on, `[seeds, rows, features]`. */
  x: tf.Tensor
  randoms: readonly Random[]
  criterion: Criterion
  scope: Scope
}): Scissors {
  const whole = read(() => model.layers.map(({ kernel }) => kernel))
  const parabolas = saliencies(model, x)
  const scores = criterion === 'saliency' ? parabolas : importance(criterion, { model, x, randoms })
  const order = cutOrder(scores, randoms.length, scope)
  let masks = masksAt(order, 0)
  return {
    cut(sparsity) {
      masks = masksAt(order, sparsity)
      tf.tidy(() =>
        model.layers.forEach(({ kernel }, l) => {
          const left = whole[l]!.map((weight, i) => weight * masks[l]![i]!)
          kernel.assign(tf.tensor(left, kernel.shape))
        }),
      )
    },
    predictedGrowth: () =>
      Float32Array.from(randoms, (_, seed) =>
        masks.reduce((sum, mask, l) => {
          const each = mask.length / randoms.length
          let growth = 0
          for (let i = seed * each; i < (seed + 1) * each; i++) if (mask[i] === 0) growth += parabolas[l]![i]!
          return sum + growth
        }, 0),
      ),
  }
}
