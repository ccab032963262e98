/** The points of the figure: those that stay, and where the dragged ones are at first. No DOM. */
import type { Vector } from '../../ui/plane/geometry.ts'

export const values: readonly number[] = [0.4, 0.9, 1.3, 1.7, 2.1, 2.5, 2.9, 3.3]
export const firstValue = 3.7

/** Close together along x, so that there is room to be far from all of them. */
export const points: readonly Vector[] = [
  [0.4, 1.7],
  [0.7, 1.4],
  [1, 2.2],
  [1.2, 2],
  [1.5, 2.8],
  [1.8, 2.7],
  [2.1, 3.3],
  [2.3, 3],
  [2.6, 3.8],
  [2.9, 3.8],
]
export const firstPoint: Vector = [3.2, 4.3]
