/** What enters the sigmoids of the first seed's network, image by image. No gradients, nothing left behind. */
import type { HeatmapView } from '../../lab/views.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { columnsShown, limit } from './config.ts'

/**
 * Batch normalization uses the mean and variance of these images, as it does in training.
 * @param x `[seeds, rows, features]`, digits by turns (0, 1, ..., 9, 0, ...). @param rows how many of the first seed's
 * are looked at, at least `columnsShown`.
 * @returns `differences`: for each hidden layer `[rows, units]`, flat, each minus the mean of its unit over the rows.
 * `last`: of the last hidden layer `[units, columnsShown]`, images in the order of their digits.
 */
export function entering(
  model: Mlp,
  x: tf.Tensor,
  rows: number,
): { differences: Float32Array[]; last: HeatmapView } {
  const [values, ...differences] = read(() => {
    const traced = model.trace(tf.slice(x, 0, [1, rows, -1]), { replica: 0, training: true }).slice(0, -1)
    return [traced.at(-1)!.z, ...traced.map(({ z }) => tf.sub(z, tf.mean(z, 1, true)))]
  })
  const units = model.layers.at(-2)!.units
  const images = Array.from({ length: columnsShown }, (_, i) => i).sort((a, b) => (a % 10) - (b % 10))
  const last = new Float32Array(units * columnsShown)
  images.forEach((image, column) => {
    for (let unit = 0; unit < units; unit++)
      last[unit * columnsShown + column] = values![image * units + unit]!
  })
  return { differences, last: { values: last, rows: units, columns: columnsShown, signed: true, limit } }
}
