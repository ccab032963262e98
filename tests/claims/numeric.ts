/** Sums, roots and lowest places of functions of one number, for the chapter's arithmetic. */

export const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

export const softmax = (z: readonly number[]): number[] => {
  const powers = z.map(Math.exp)
  return powers.map((power) => power / sum(powers))
}

/** Of N(0, sd²). */
export const density = (z: number, sd = 1): number =>
  Math.exp(-((z / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI))

const step = 1e-3
/** From -12 to 12. */
const line = Array.from({ length: 24_001 }, (_, i) => (i - 12_000) * step)

/** Mean of f(z) over z from N(0, 1), by the trapezoidal rule. */
export const normalMean = (f: (z: number) => number): number => sum(line.map((z) => f(z) * density(z))) * step

/** Where f is least between -12 and 12, to 0.001. */
export const lowest = (f: (z: number) => number): number =>
  line.reduce((best, z) => (f(z) < f(best) ? z : best), 0)
export const highest = (f: (z: number) => number): number => lowest((z) => -f(z))

/** Where a function that falls between `low` and `high` passes through `target`. */
export function crossing(f: (z: number) => number, target: number, low: number, high: number): number {
  const middle = (low + high) / 2
  if (high - low < 1e-9) return middle
  return f(middle) > target ? crossing(f, target, middle, high) : crossing(f, target, low, middle)
}
