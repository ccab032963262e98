/** Where a bowl is lowest when ‖w‖_p may be at most `radius`. No DOM. */
import { norm } from '../../ui/plane/ball.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { curvatureOf, gradientAt, lossAt, type Bowl } from './bowl.ts'

export interface Solution {
  point: Vector
  /** The minimum of the bowl is farther out than the ball reaches: the limit is felt. */
  binding: boolean
}

/** Samples of an eighth of the ball's edge before the best of them is refined. */
const samples = 60
/** Halvings: enough to come from 1 down to 10⁻³⁰, since close to an axis an entry can be that small and not 0. */
const halvings = 150

/**
 * An eighth of the ball's edge, from the tip on one axis (u = 0) to where both entries are as large (u = `end`): the
 * larger entry as a function of the smaller one, for a ball of radius 1.
 */
interface Eighth {
  end: number
  larger: (u: number) => number
  /** Its derivative. */
  slope: (u: number) => number
}

const eighthOf = (p: number): Eighth =>
  p === Infinity
    ? { end: 1, larger: () => 1, slope: () => 0 }
    : {
        end: 2 ** (-1 / p),
        larger: (u) => (1 - u ** p) ** (1 / p),
        slope: (u) => -(u ** (p - 1)) * (1 - u ** p) ** (1 / p - 1),
      }

/** The lowest point of one eighth: its two ends are taken as they are, so that a corner is met exactly. */
function lowestOf(bowl: Bowl, place: (larger: number, smaller: number) => Vector, eighth: Eighth): Vector {
  const { end, larger, slope } = eighth
  const at = (u: number) => place(larger(u), u)
  /** The loss rises with u. */
  const rises = (u: number) => {
    const gradient = gradientAt(bowl, at(u))
    const [dx, dy] = place(slope(u), 1)
    return gradient[0] * dx + gradient[1] * dy > 0
  }
  const candidates = [at(0), place(end, end)]
  // Between two samples of which the loss falls at the first and rises at the second there is a minimum.
  const stops = Array.from({ length: samples + 1 }, (_, i) => end * (i / samples) ** 2)
  stops[0] = end * 2 ** -halvings
  for (let i = 0; i < samples; i++) {
    let [low, high] = [stops[i] ?? 0, stops[i + 1] ?? end]
    if (rises(low) || !rises(high)) continue
    for (let k = 0; k < halvings && low < high; k++) {
      // In the first stretch by ratio: there the answer may be of any size.
      const middle = i === 0 ? Math.sqrt(low * high) : (low + high) / 2
      if (rises(middle)) high = middle
      else low = middle
    }
    candidates.push(at(low))
  }
  return lowest(bowl, candidates)
}

const lowest = (bowl: Bowl, points: readonly Vector[]): Vector =>
  points.reduce((best, point) => (lossAt(bowl, point) < lossAt(bowl, best) ? point : best))

const signs = [1, -1] as const

/**
 * The minimum of the loss over {w : ‖w‖_p ≤ radius}: m itself if the ball holds it, otherwise the lowest point of the
 * ball's edge. An entry of it that is 0 is 0 exactly. Below p = 1 the ball is dented and there may be several low
 * points; this is the lowest of all.
 */
export function constrainedMinimum(bowl: Bowl, p: number, radius: number): Solution {
  const { minimum } = bowl
  if (norm(minimum, p) <= radius) return { point: minimum, binding: false }
  const eighth = eighthOf(p)
  const points = signs.flatMap((sx) =>
    signs.flatMap((sy) => [
      lowestOf(bowl, (a, b) => [sx * radius * a, sy * radius * b], eighth),
      lowestOf(bowl, (a, b) => [sx * radius * b, sy * radius * a], eighth),
    ]),
  )
  return { point: lowest(bowl, points), binding: true }
}

/**
 * The λ with which the minimum of L(w) + λ ‖w‖_p^p is this point, for p from 1 on, infinity left out: where the limit
 * is felt, −∇L is λ times a (sub)gradient of the penalty. By Hölder's inequality the gradient's dual norm is the rate
 * at which the loss falls per length of ‖w‖_p, and the penalty rises by p ‖w‖_p^(p − 1) per length.
 *
 * @throws below p = 1, where a minimum under a limit need not be one of a penalty, and for p = ∞.
 */
export function penaltyOf(bowl: Bowl, p: number, { point, binding }: Solution): number {
  if (!(p >= 1 && p < Infinity)) throw new Error(`penaltyOf: expected p from 1 on and finite, got ${p}`)
  if (!binding) return 0
  const dual = p === 1 ? Infinity : p / (p - 1)
  return norm(gradientAt(bowl, point), dual) / (p * norm(point, p) ** (p - 1))
}

/**
 * From which minima of the bowl one ends in the corner (1, 0) of the ball of p = 1, or (1, 1) for p = ∞: those in a
 * wedge with its tip in the corner. Its two directions are H⁻¹ n for the two normals n of the edges that meet there.
 * A `turn` of 0 to 3 quarter turns names the other corners. null for other p: from 1 on they have no corners, and below
 * 1 a corner's region is no wedge.
 */
export function wedgeOf(
  bowl: Bowl,
  p: number,
  radius: number,
  turn: number,
): { tip: Vector; sides: readonly [Vector, Vector] } | null {
  if (p !== 1 && p !== Infinity) return null
  const turned = ([x, y]: Vector): Vector => {
    const quarters: readonly Vector[] = [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x],
    ]
    return quarters[turn % 4] ?? [x, y]
  }
  const [xx, xy, yy] = curvatureOf(bowl)
  const determinant = xx * yy - xy * xy
  const back = ([a, b]: Vector): Vector => [(yy * a - xy * b) / determinant, (xx * b - xy * a) / determinant]
  const [corner, first, second]: readonly [Vector, Vector, Vector] =
    p === 1
      ? [
          [radius, 0],
          [1, 1],
          [1, -1],
        ]
      : [
          [radius, radius],
          [1, 0],
          [0, 1],
        ]
  return { tip: turned(corner), sides: [back(turned(first)), back(turned(second))] }
}
