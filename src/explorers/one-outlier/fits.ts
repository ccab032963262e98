/** The constant and the line that fit points best, by squared and by absolute errors, all exact. No DOM. */
import type { Vector } from '../../ui/plane/geometry.ts'

export type Loss = 'squared' | 'absolute'

export const sizeOf = (error: number, loss: Loss): number =>
  loss === 'squared' ? error ** 2 : Math.abs(error)

const none = (of: string, found: number, expected: string) =>
  new Error(`${of}: expected ${expected}, got ${found}; give it more`)

/** The constant with the least mean squared error. @throws without values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw none('mean', 0, 'one value at least')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * A constant with the least mean absolute error: the value in the middle. Of an even number every constant between the
 * two in the middle is as good, and theirs is halfway. @throws without values.
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw none('median', 0, 'one value at least')
  return (low + high) / 2
}

/** The mean loss when every value is predicted to be `constant`. */
export const lossOf = (constant: number, values: readonly number[], loss: Loss): number =>
  mean(values.map((value) => sizeOf(value - constant, loss)))

/**
 * How hard one value pulls the constant towards itself: the size of its part of the derivative of the mean loss,
 * 2 |value − constant| / n or 1 / n; 0 for absolute errors where the two are one.
 */
export function pullOf(value: number, constant: number, count: number, loss: Loss): number {
  const error = Math.abs(value - constant)
  return loss === 'squared' ? (2 * error) / count : Math.sign(error) / count
}

/** y = intercept + slope · x */
export interface Line {
  intercept: number
  slope: number
}

export const heightAt = ({ intercept, slope }: Line, x: number): number => intercept + slope * x

export const lineLoss = (line: Line, points: readonly Vector[], loss: Loss): number =>
  mean(points.map(([x, y]) => sizeOf(y - heightAt(line, x), loss)))

/** The line of least squares, from the normal equations. @throws unless two x differ. */
export function leastSquares(points: readonly Vector[]): Line {
  const [x, y] = [mean(points.map((point) => point[0])), mean(points.map((point) => point[1]))]
  const spread = mean(points.map((point) => (point[0] - x) ** 2))
  if (spread === 0) throw none('leastSquares', points.length, 'points of which two differ in x')
  const slope = mean(points.map((point) => (point[0] - x) * (point[1] - y))) / spread
  return { slope, intercept: y - slope * x }
}

/**
 * A line of least absolute deviations. One of them passes through two of the points (Bloomfield and Steiger, Least
 * Absolute Deviations, 1983), so the best of all lines through two points is one. @throws unless two x differ.
 */
export function leastAbsolute(points: readonly Vector[]): Line {
  let [best, least]: [Line | null, number] = [null, Infinity]
  for (const [i, [a, b]] of points.entries())
    for (const [c, d] of points.slice(i + 1)) {
      if (a === c) continue
      const slope = (d - b) / (c - a)
      const line = { slope, intercept: b - slope * a }
      const loss = lineLoss(line, points, 'absolute')
      // Of lines as good as each other the first: a hair's difference is rounding.
      if (loss < least - 1e-12) [best, least] = [line, loss]
    }
  if (!best) throw none('leastAbsolute', points.length, 'points of which two differ in x')
  return best
}
