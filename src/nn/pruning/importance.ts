/** What makes a weight important: one score for each, by a criterion. The least important weights are cut first. */
import type { Mlp } from '../layers/mlp.ts'
import type { Random } from '../random.ts'
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'
import type { Criterion } from './criteria.ts'
import type { Scores } from './cutOrder.ts'
import { drawnScores } from './drawnScores.ts'
import { hessianDiagonal } from './hessianDiagonal.ts'

export interface Asked {
  model: Mlp
  /** Rows that the saliency is measured on, `[seeds, rows, features]`; other criteria do without. */
  x?: tf.Tensor
  /** One generator for each seed, for nothing else: the same ones draw the same scores. */
  randoms: readonly Random[]
}

export function importance(criterion: Criterion, { model, x, randoms }: Asked): Scores {
  switch (criterion) {
    case 'magnitude':
      return magnitudes(model)
    case 'smallestKept':
      return magnitudes(model).map((layer) => layer.map((size) => -size))
    case 'saliency':
      if (!x) throw new Error('importance: expected rows to measure the saliency on, got none')
      return saliencies(model, x)
    default:
      return model.layers.map(({ kernel }, layer) => {
        const scores = new Float32Array(kernel.size)
        const size = kernel.size / randoms.length
        randoms.forEach((random, seed) => scores.set(drawnScores(random, layer, size), seed * size))
        return scores
      })
  }
}

const magnitudes = ({ layers }: Mlp): Float32Array[] => read(() => layers.map(({ kernel }) => tf.abs(kernel)))

/**
 * s = h w^2 / 2 of each weight: by how much the loss grows when it alone is set to 0, as far as a parabola tells and if
 * the loss has no slope there. For each layer `[seeds, inputs, units]`, flat.
 */
export const saliencies = (model: Mlp, x: tf.Tensor): Float32Array[] =>
  read(() =>
    hessianDiagonal(model, x).map((h, l) => tf.mul(h, tf.div(tf.square(model.layers[l]!.kernel), 2))),
  )
