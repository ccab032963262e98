/** Numbers beside a plot in which points are dragged. No DOM. */
import { formatNumber } from '../format.ts'

/**
 * Two decimals: −1.50, 0.82. "0" is written for 0 alone; what would round to it keeps its size: 3.1×10⁻⁷.
 * Infinity is ∞.
 */
export function decimals(value: number): string {
  if (value === 0) return '0'
  if (value === Infinity) return '∞'
  if (Math.abs(value) < 0.005) return formatNumber(value)
  return value.toFixed(Math.abs(value) >= 99.995 ? 0 : 2).replace('-', '−')
}

export const pair = (point: readonly number[]): string => `(${point.map(decimals).join(', ')})`
