/** What makes a weight important: one score for each, by a criterion. The least important weights are cut first. */
import type { Mlp } from '../layers/mlp.ts'
import type { Random } from '../random.ts'
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'
import type { Scores } from './cutOrder.ts'
import { hessianDiagonal } from './hessianDiagonal.ts'

/**
 * `magnitude`: |w| (Han et al. 2015). `saliency`: h w^2 / 2, with h the second derivative of the loss by this weight
 * (optimal brain damage, LeCun, Denker and Solla 1990). `random`: a number that is drawn. `smallestKept`: -|w|, the
 * reverse of the first.
 */
export const criteria = ['magnitude', 'saliency', 'random', 'smallestKept'] as const
export type Criterion = (typeof criteria)[number]

export interface Asked {
  model: Mlp
  /** Rows that the saliency is measured on, `[seeds, rows, features]`. */
  x: tf.Tensor
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
      return saliencies(model, x)
    default:
      return model.layers.map(({ kernel }, layer) => drawn(kernel.size, layer, randoms))
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

function drawn(size: number, layer: number, randoms: readonly Random[]): Float32Array {
  const scores = new Float32Array(size)
  const each = size / randoms.length
  randoms.forEach((random, seed) => {
    const generator = random.split(`layer ${layer}`)
    for (let i = 0; i < each; i++) scores[seed * each + i] = generator.uniform()
  })
  return scores
}
