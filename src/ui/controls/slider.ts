/** Where a value lies on a slider and back. No DOM. */
import type { RangeField } from '../../lab/config.ts'

/** Positions of a slider without steps of its own. */
export const notches = 200

/** Three significant digits are what the drawer prints, so a slider on a log scale stops at such values. */
const tidy = (value: number) => Number(value.toPrecision(2))

export function toPosition({ min, max, scale }: RangeField, value: number): number {
  const share = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.round(Math.max(0, Math.min(1, share)) * notches)
}

/** The value at a position: the ends exactly, multiples of `step` on a linear scale, two significant digits on a log one. */
export function fromPosition({ min, max, scale, step }: RangeField, position: number): number {
  if (position <= 0) return min
  if (position >= notches) return max
  const share = position / notches
  if (scale === 'log') return Math.max(min, Math.min(max, tidy(min * (max / min) ** share)))
  const value = min + share * (max - min)
  if (step === undefined) return Number(value.toPrecision(3))
  return Math.min(max, Number((min + Math.round((value - min) / step) * step).toPrecision(12)))
}
