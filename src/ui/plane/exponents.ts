/** Where a slider for the p of a norm stops. No DOM. */

/** About as far apart everywhere in their effect; the last is infinity. */
export const exponents: readonly number[] = [
  0.3,
  0.4,
  0.5,
  0.6,
  0.7,
  0.8,
  0.9,
  1,
  1.1,
  1.2,
  1.3,
  1.4,
  1.6,
  1.8,
  2,
  2.5,
  3,
  4,
  5,
  6,
  8,
  Infinity,
]

export const exponentText = (p: number): string => (p === Infinity ? '∞' : String(p))
