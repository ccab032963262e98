/** One plot's geometry as eighteen numbers, so that one picture can be moved into another. No DOM. */
import { apply, multiply, diagonal, type Vector } from './matrix.ts'
import { covariance, mean, principalAxes } from './statistics.ts'
import { shrunk, transformed, transformOf, type Method, type Transform } from './transforms.ts'

/** The square that a plot shows at least: `half` to every side of `centre`, in the units of its axes. */
export interface View {
  centre: Vector
  half: number
}

const measured: View = { centre: [27, 27], half: 65 }
const inDeviations: View = { centre: [0, 0], half: 4 }

export const viewOf = (method: Method): View =>
  method === 'raw' || method === 'centred' ? measured : inDeviations

/** Lengths are in halves of the view: (−1, −1) is the lower left corner of its square, (1, 1) the upper right one. */
export interface Picture {
  /** Where a raw point comes to lie. */
  place: (point: Vector) => Vector
  /** Where it was before the step that the picture shows. */
  before: (point: Vector) => Vector
  mean: Vector
  /** From the mean along each principal axis, one standard deviation long. */
  radii: readonly [Vector, Vector]
}

/** y = (a b; c d) x + (e, f), as [a, b, c, d, e, f]. */
const affine = ({ matrix, centre }: Transform, view: View): number[] => {
  const [top, bottom] = multiply(diagonal(1 / view.half, 1 / view.half), matrix)
  const [x, y] = apply([top, bottom], centre)
  return [...top, ...bottom, -x - view.centre[0] / view.half, -y - view.centre[1] / view.half]
}

const placeBy =
  ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]) =>
  ([x, y]: Vector): Vector => [a * x + b * y + e, c * x + d * y + f]

/** Two eigenvalues so alike that the ellipse is a circle, which has no longest axis. */
const alike = ([larger, smaller]: Vector) => larger - smaller < 1e-6 * larger

/**
 * Ends of the principal axes of the transformed cloud, from its mean. Where it is a circle every direction is as good,
 * and the axes of the raw cloud are drawn where the transform has taken them: still at a right angle.
 */
const radiiOf = (transform: Transform, points: readonly Vector[]): [Vector, Vector] => {
  const { values, vectors } = principalAxes(covariance(transformed(transform, points)))
  if (alike(values)) {
    const raw = principalAxes(covariance(points))
    const end = (i: 0 | 1): Vector => {
      const [x, y] = raw.vectors[i]
      const length = Math.sqrt(raw.values[i])
      return apply(transform.matrix, [length * x, length * y])
    }
    return [end(0), end(1)]
  }
  const end = (i: 0 | 1): Vector => {
    const [x, y] = vectors[i]
    const length = Math.sqrt(values[i])
    return [length * x, length * y]
  }
  return [end(0), end(1)]
}

const beforeOf = (method: Method, points: readonly Vector[]): Transform =>
  method === 'raw' || method === 'centred' ? transformOf('raw', points) : shrunk(points)

/** All that a plot of `method` draws. */
export function numbersOf(method: Method, points: readonly Vector[], turn: number): number[] {
  const view = viewOf(method)
  const transform = transformOf(method, points, turn)
  const map = affine(transform, view)
  const radii = radiiOf(transform, points).flat()
  return [
    ...map,
    ...affine(beforeOf(method, points), view),
    ...placeBy(map)(mean(points)),
    ...radii.map((length) => length / view.half),
  ]
}

/** Some way from one plot's numbers to another's, all at the same pace. */
export const between = (from: readonly number[], to: readonly number[], share: number): number[] =>
  to.map((end, i) => {
    const start = from[i] ?? end
    return start + share * (end - start)
  })

export const pictureOf = (numbers: readonly number[]): Picture => {
  const [mx = 0, my = 0, ax = 0, ay = 0, bx = 0, by = 0] = numbers.slice(12)
  return {
    place: placeBy(numbers.slice(0, 6)),
    before: placeBy(numbers.slice(6, 12)),
    mean: [mx, my],
    radii: [
      [ax, ay],
      [bx, by],
    ],
  }
}
