/** A line through data with the mean squared error, and the bowl that its loss is. Plain numbers, no tfjs. */
import { symmetricEigen, type Eigen } from './symmetricEigen.ts'

/**
 * The loss L(θ) = 1/2 mean (w · x + b − y)², where θ holds the weights w and then the bias b.
 * Its gradient is Hθ − c with H = mean (x, 1)(x, 1)ᵀ and c = mean (x, 1) y.
 */
export interface LeastSquares {
  hessian: readonly (readonly number[])[]
  /** c above. */
  target: readonly number[]
  /** Of the Hessian: the curvature of the loss along each of its axes, from the steepest to the flattest. */
  eigen: Eigen
  /** The θ of the least loss. */
  optimum: readonly number[]
}

/**
 * @param rows inputs, all of one length; more rows than features, none of which is a sum of others, or the least loss
 * is not at one place.
 * @param y one number per row.
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): LeastSquares {
  const extended = rows.map((row) => [...row, 1])
  const mean = (of: (row: readonly number[], i: number) => number) =>
    extended.reduce((sum, row, i) => sum + of(row, i), 0) / rows.length
  const places = extended[0]!.map((_, i) => i)
  const hessian = places.map((i) => places.map((j) => mean((row) => row[i]! * row[j]!)))
  const target = places.map((i) => mean((row, k) => row[i]! * y[k]!))
  const eigen = symmetricEigen(hessian)
  const along = eigen.vectors.map((vector, k) => dot(vector, target) / eigen.values[k]!)
  const optimum = places.map((i) => eigen.vectors.reduce((sum, vector, k) => sum + along[k]! * vector[i]!, 0))
  return { hessian, target, eigen, optimum }
}

/** How far θ is from the optimum along each axis of the bowl, from the steepest to the flattest. */
export const errorsAlongAxes = ({ eigen, optimum }: LeastSquares, theta: ArrayLike<number>): number[] =>
  eigen.vectors.map((vector) => vector.reduce((sum, value, i) => sum + value * (theta[i]! - optimum[i]!), 0))

/** The loss above the least one: half the sum of curvature times squared distance over the axes. */
export const excessLoss = (problem: LeastSquares, theta: ArrayLike<number>): number =>
  errorsAlongAxes(problem, theta).reduce(
    (sum, error, k) => sum + (problem.eigen.values[k]! * error ** 2) / 2,
    0,
  )

/** One step of gradient descent, θ − rate (Hθ − c), in place. */
export function descend({ hessian, target }: LeastSquares, theta: Float32Array, rate: number): void {
  const gradient = hessian.map((row, i) => dot(row, theta) - target[i]!)
  for (let i = 0; i < theta.length; i++) theta[i]! -= rate * gradient[i]!
}

const dot = (a: readonly number[], b: ArrayLike<number>): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)
