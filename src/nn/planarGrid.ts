/** What figures on points in the plane share: the points of each seed, and the square over which beliefs are drawn. */
import type { Dataset } from './datasets/dataset.ts'
import { planar } from './datasets/planar.ts'
import { random } from './random.ts'
import * as tf from './tf.ts'

/** The square is cut into this many cells in each direction. */
const size = 48
/** It spans [-extent, extent] in both directions, like nearly all points. */
const extent = 3

/** Training and test points of each seed, `count` of both, drawn from generators of their own. */
export function planarSets(
  seeds: readonly number[],
  { data, noise, count }: { data: keyof typeof planar; noise: number; count: number },
): { train: Dataset[]; test: Dataset[] } {
  const draw = (purpose: string) =>
    seeds.map((seed) => planar[data](random(seed).split('data').split(purpose), { count, noise }))
  return { train: draw('train'), test: draw('test') }
}

/** The middle of each cell, row by row from the top left, `[1, size², 2]`: inputs that all seeds share. The caller disposes it. */
export function planarGrid(): tf.Tensor3D {
  const at = (cell: number) => (2 * (cell + 0.5) * extent) / size - extent
  const points = Float32Array.from({ length: size * size * 2 }, (_, i) => {
    const cell = i >> 1
    return i % 2 ? -at(Math.floor(cell / size)) : at(cell % size)
  })
  return tf.tensor3d(points, [1, size * size, 2])
}

/**
 * What panels draw of it (lab's `BoundaryView`). The points are copied: views are given away to the page.
 * @param probability of class B at each point of `planarGrid`.
 */
export const beliefs = (probability: Float32Array, { x, y }: Dataset) => ({
  grid: probability,
  size,
  extent,
  points: { xy: x.slice(), label: y.slice() },
})
