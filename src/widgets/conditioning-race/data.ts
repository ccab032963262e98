/** Positive features of different spreads that go together, and a target that depends on all of them. */
import { erf } from '../../nn/activations/erf.ts'
import type { Random } from '../../nn/random.ts'
import { features, rowCount } from './config.ts'

export interface DataOptions {
  /** Mean of every feature, in units of its own spread. */
  mean: number
  /** Largest spread over smallest; the others are between, evenly in the logarithm. */
  spreads: number
  /** Of the normal numbers that two features are made of. */
  correlation: number
}

export interface Data {
  /** One row of features each. */
  rows: number[][]
  /** Of mean 0, so that nothing is gained by fitting its mean first. */
  y: number[]
}

const noise = 0.3

/** A normal number as one that is spread evenly over ±√3, with mean 0 and variance 1. */
const evenly = (normal: number): number => Math.sqrt(3) * erf(normal * Math.SQRT1_2)

/** All settings draw the same numbers. A mean of at least √3 spreads makes all features positive. */
export function makeData(r: Random, { mean, spreads, correlation }: DataOptions): Data {
  const spread = Array.from({ length: features }, (_, j) => spreads ** (j / (features - 1)))
  const weights = spread.map(() => r.normal())
  const rows: number[][] = []
  const y: number[] = []
  for (let i = 0; i < rowCount; i++) {
    const common = r.normal()
    const units = spread.map(() =>
      evenly(Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * r.normal()),
    )
    rows.push(units.map((unit, j) => spread[j]! * (mean + unit)))
    y.push(units.reduce((sum, unit, j) => sum + weights[j]! * unit, 0) + noise * r.normal())
  }
  const middle = y.reduce((sum, value) => sum + value, 0) / rowCount
  return { rows, y: y.map((value) => value - middle) }
}
