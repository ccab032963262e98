/** What each variant does to one weight in a step. Double precision; the caller keeps 32 bits of the result. */
import type { VariantOf } from '../../lab/setup.ts'
import type setup from './config.ts'

/**
 * @param w the weight. @param slope of the loss without the penalty, at w. @param rate the learning rate.
 * @param lambda the strength of the penalty: λ w² for L2, λ |w| for L1.
 */
export type Hammer = (w: number, slope: number, rate: number, lambda: number) => number

/** sign(v) max(|v| − by, 0): the nearest that v gets to zero in a step of at most `by`. */
export const softThreshold = (v: number, by: number): number =>
  Math.abs(v) <= by ? 0 : v - Math.sign(v) * by

export const hammers: Record<VariantOf<typeof setup>, Hammer> = {
  none: (w, slope, rate) => w - rate * slope,
  l2: (w, slope, rate, lambda) => w - rate * (slope + 2 * lambda * w),
  // |w| has no slope at 0; any number from -1 to 1 would do, and 0 is taken, as in Keras.
  l1Subgradient: (w, slope, rate, lambda) => w - rate * (slope + lambda * Math.sign(w)),
  // The proximal step: first down the slope of the loss, then to the least of λ |w| plus the squared way over 2 rate.
  l1SoftThreshold: (w, slope, rate, lambda) => softThreshold(w - rate * slope, rate * lambda),
}
