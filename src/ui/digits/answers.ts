/** What networks say of a drawing, in words. No DOM. */
import { capital, formatPercent } from '../format.ts'

export interface Reading {
  digit: number
  /** Of 1. */
  probability: number
}

/** The likeliest digit; null where a network gives no probabilities, because it has diverged. */
export function likeliest(probabilities: ArrayLike<number>): Reading | null {
  let best: Reading | null = null
  for (let digit = 0; digit < probabilities.length; digit++) {
    const probability = probabilities[digit]!
    if (!Number.isFinite(probability)) return null
    if (best === null || probability > best.probability) best = { digit, probability }
  }
  return best
}

/** "ReLU reads a 7, 93%" */
export function says(label: string, probabilities: ArrayLike<number>): string {
  const reading = likeliest(probabilities)
  if (!reading) return `${capital(label)} has diverged and reads nothing`
  const { digit, probability } = reading
  return `${capital(label)} reads ${digit === 8 ? 'an' : 'a'} ${digit}, ${formatPercent(probability)}`
}

/** One sentence about all networks, in their order. */
export const sayAll = (
  readings: readonly (readonly [label: string, probabilities: ArrayLike<number>])[],
): string => (readings.length === 0 ? '' : `${readings.map((reading) => says(...reading)).join('; ')}.`)
