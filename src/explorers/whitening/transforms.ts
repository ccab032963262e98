/** What can be done to a cloud before a network sees it: from nothing at all to whitening. No DOM. */
import {
  apply,
  diagonal,
  identity,
  multiply,
  rotation,
  transpose,
  type Matrix,
  type Vector,
} from './matrix.ts'
import { covariance, mean, principalAxes } from './statistics.ts'

export const methods = ['raw', 'centred', 'standardised', 'pca', 'zca'] as const
export type Method = (typeof methods)[number]

export const isWhitening = (method: Method): boolean => method === 'pca' || method === 'zca'

/** y = matrix · (x − centre) */
export interface Transform {
  matrix: Matrix
  centre: Vector
  /** What was added to both eigenvalues before dividing; 0 where the cloud is wide enough to do without. */
  epsilon: number
}

/** A cloud is a line, for whitening, when its smaller eigenvalue is less than this share of the larger one. */
export const thinnest = 1e-6

/** What each coordinate is divided by; a feature that never varies stays 0 whatever it is divided by. */
const divisor = (variance: number) => (variance > 0 ? Math.sqrt(variance) : 1)

/**
 * The transform that `method` finds in these points.
 *
 * With the covariance U Λ Uᵀ, PCA whitening is Λ^−½ Uᵀ and ZCA whitening U Λ^−½ Uᵀ (Kessy, Lewin and Strimmer,
 * Optimal whitening and decorrelation, 2018). Any turn of a whitened cloud is whitened too.
 *
 * @param turn degrees by which a whitened cloud is turned on, counterclockwise; the other methods take no notice.
 */
export function transformOf(method: Method, points: readonly Vector[], turn = 0): Transform {
  if (method === 'raw') return { matrix: identity, centre: [0, 0], epsilon: 0 }
  const centre = mean(points)
  if (method === 'centred') return { matrix: identity, centre, epsilon: 0 }
  const spread = covariance(points)
  if (method === 'standardised') {
    const [[xx], [, yy]] = spread
    return { matrix: diagonal(1 / divisor(xx), 1 / divisor(yy)), centre, epsilon: 0 }
  }
  const { values, vectors } = principalAxes(spread)
  const [larger, smaller] = values
  // All points in one place have no axes; there is nothing to divide, so nothing is.
  const epsilon = smaller < thinnest * larger ? thinnest * larger : 0
  const shrink = diagonal(1 / divisor(larger + epsilon), 1 / divisor(smaller + epsilon))
  const pca = multiply(shrink, vectors)
  const whitening = method === 'pca' ? pca : multiply(transpose(vectors), pca)
  return { matrix: multiply(rotation(turn), whitening), centre, epsilon }
}

export const transformed = ({ matrix, centre }: Transform, points: readonly Vector[]): Vector[] =>
  points.map(([x, y]) => apply(matrix, [x - centre[0], y - centre[1]]))

/**
 * The centred cloud, made smaller by one factor for both features until the variances add up to 2, as they do when
 * each is 1. Directions and shape stay, so it shows where a point "was" in a plot of standard deviations.
 */
export function shrunk(points: readonly Vector[]): Transform {
  const [[xx], [, yy]] = covariance(points)
  const factor = 1 / divisor((xx + yy) / 2)
  return { matrix: diagonal(factor, factor), centre: mean(points), epsilon: 0 }
}

/** Mean over the points of the squared distance between two places of the same point. */
export function distance(a: readonly Vector[], b: readonly Vector[]): number {
  let sum = 0
  for (const [i, [x, y]] of a.entries()) {
    const other = b[i]
    if (!other) throw new Error(`distance: expected as many points twice, got ${a.length} and ${b.length}`)
    sum += (x - other[0]) ** 2 + (y - other[1]) ** 2
  }
  return sum / a.length
}
