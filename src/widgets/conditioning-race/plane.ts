/** The two axes of a bowl that are drawn, and the way of the iterates in their plane. */
import { errorsAlongAxes, type LeastSquares } from '../../nn/leastSquares.ts'

/** Curvatures that differ by less than this share are one and the same: in a round bowl any axis is the steepest. */
const same = 1e-6
/** So many of the first iterates are all kept. */
const keptAtFirst = 64
/** About so many of the later ones. */
const keptLater = 256

export interface Plane {
  /** Curvatures along the axes, the flattest first. */
  curvatures: readonly [number, number]
  /** Where θ is, seen from the optimum: along the flattest axis, then along the steepest. */
  place(theta: ArrayLike<number>): [number, number]
}

/**
 * The plane of the flattest and the steepest axis. Of axes that are equally steep the one with the greatest error at
 * θ = 0 is taken. Directions are such that θ = 0 lies to the left and above.
 */
export function planeOf(problem: LeastSquares): Plane {
  const { values } = problem.eigen
  const start = errorsAlongAxes(problem, new Float32Array(values.length))
  const pick = (of: (k: number) => boolean) =>
    values
      .map((_, k) => k)
      .filter(of)
      .sort((a, b) => Math.abs(start[b]!) - Math.abs(start[a]!))[0]!
  const steepest = pick((k) => values[k]! >= values[0]! * (1 - same))
  const flattest = pick((k) => k !== steepest && values[k]! <= values.at(-1)! * (1 + same))
  const [left, up] = [start[flattest]! > 0 ? -1 : 1, start[steepest]! < 0 ? -1 : 1]
  return {
    curvatures: [values[flattest]!, values[steepest]!],
    place(theta) {
      const errors = errorsAlongAxes(problem, theta)
      return [left * errors[flattest]!, up * errors[steepest]!]
    },
  }
}

/**
 * Is this iterate kept for the drawing? All of the first are, later ones at an odd distance, so that a way that jumps
 * from side to side is seen to.
 */
export function isKept(step: number, steps: number): boolean {
  const stride = 2 * Math.floor(steps / keptLater / 2) + 1
  return step <= keptAtFirst || (step - keptAtFirst) % stride === 0
}
