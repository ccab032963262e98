/** Mean, covariance and principal axes of points in the plane. No DOM. */
import type { Matrix, Vector } from './matrix.ts'

/** The mean of each coordinate. Throws without points, which have no mean. */
export function mean(points: readonly Vector[]): Vector {
  if (points.length === 0) throw new Error('mean: expected at least one point, got none')
  let x = 0
  let y = 0
  for (const point of points) {
    x += point[0]
    y += point[1]
  }
  return [x / points.length, y / points.length]
}

/** Mean product of deviations from the mean: divided by N, as normalization layers do, not by N − 1. */
export function covariance(points: readonly Vector[]): Matrix {
  const [mx, my] = mean(points)
  let xx = 0
  let xy = 0
  let yy = 0
  for (const [x, y] of points) {
    xx += (x - mx) ** 2
    xy += (x - mx) * (y - my)
    yy += (y - my) ** 2
  }
  const n = points.length
  return [
    [xx / n, xy / n],
    [xy / n, yy / n],
  ]
}

/** The covariance over both standard deviations, from −1 to 1; 0 where a feature never varies. */
export function correlation([[xx, xy], [, yy]]: Matrix): number {
  const scale = Math.sqrt(xx * yy)
  return scale > 0 ? Math.max(-1, Math.min(1, xy / scale)) : 0
}

export interface Axes {
  /** The larger one first, none below 0. */
  values: Vector
  /** Of length 1. The first points to the right; the second is the first, turned by a quarter counterclockwise. */
  vectors: readonly [Vector, Vector]
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix. One Jacobi rotation makes a 2×2 matrix diagonal, by the angle
 * with tan 2θ = 2b / (a − d) (Golub and Van Loan, Matrix Computations, 8.5).
 */
export function principalAxes([[a, b], [, d]]: Matrix): Axes {
  const angle = Math.atan2(2 * b, a - d) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const centre = (a + d) / 2
  const radius = Math.hypot((a - d) / 2, b)
  return {
    values: [centre + radius, Math.max(0, centre - radius)],
    vectors: [
      [cos, sin],
      [-sin, cos],
    ],
  }
}

/** How many times longer the longest stretch is than the shortest, squared: larger eigenvalue over the smaller. */
export const conditionNumber = ([larger, smaller]: Vector): number =>
  smaller > larger * 1e-12 ? larger / smaller : Infinity
