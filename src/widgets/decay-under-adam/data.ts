/** Features of different sizes that nothing else tells apart: uncorrelated, of mean 0, and each with a best weight of 1. */
import type { LinearRows } from '../../nn/linearRows.ts'
import type { Random } from '../../nn/random.ts'
import { features, noise, rowCount } from './config.ts'

/** Standard deviations of the features, the smallest first, evenly in the logarithm; their middle one is 1. */
export const scalesOf = (spread: number): number[] =>
  Array.from({ length: features }, (_, j) => spread ** (j / (features - 1) - 0.5))

/**
 * Columns of normal numbers, each made orthogonal to all before it and to a column of ones (Gram and Schmidt), with
 * variance 1. Twice over: once leaves some rounding.
 */
function uncorrelated(r: Random, count: number): Float64Array[] {
  const columns = [new Float64Array(rowCount).fill(1)]
  while (columns.length <= count) {
    const column = Float64Array.from({ length: rowCount }, () => r.normal())
    for (const other of [...columns, ...columns]) {
      const along = column.reduce((sum, value, i) => sum + value * other[i]!, 0) / rowCount
      for (let i = 0; i < rowCount; i++) column[i]! -= along * other[i]!
    }
    const size = Math.sqrt(column.reduce((sum, value) => sum + value ** 2, 0) / rowCount)
    columns.push(column.map((value) => value / size))
  }
  return columns.slice(1)
}

/** The target is the sum of all features and noise. The noise is uncorrelated with them, so weights of 1 are best. */
export function makeData(r: Random, spread: number): LinearRows {
  const columns = uncorrelated(r, features + 1)
  const scales = scalesOf(spread)
  const x = new Float32Array(rowCount * features)
  const y = new Float32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    let sum = noise * columns[features]![row]!
    for (let j = 0; j < features; j++) {
      const value = scales[j]! * columns[j]![row]!
      x[row * features + j] = value
      sum += value
    }
    y[row] = sum
  }
  return { x, y, count: rowCount, features }
}

/** The weights of the least loss plus λ Σ w²: those of scale s solve s² (w − 1) + 2 λ w = 0. */
export const penalizedBest = (spread: number, lambda: number): number[] =>
  scalesOf(spread).map((scale) => scale ** 2 / (scale ** 2 + 2 * lambda))
