/** A measurement in words and numbers, for the page and for docs/claims.md. */
import type { Measurement } from './record.ts'

/** 0.0123, −4.2, 3.1·10⁸ */
const number = (value: number) => {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) {
    const [digits = '', power = ''] = value.toExponential(1).split('e')
    const raised = power
      .replace('+', '')
      .replaceAll(/./g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!))
    return `${digits.replace('-', '−')}·10${raised}`
  }
  return String(value).replace('-', '−')
}

/** "0.11 ± 0.02"; the median too where the claim is about it. */
export function measuredInWords({ by, mean, sd, median, missing, seeds }: Measurement): string {
  if (mean === null || median === null) return `no number in ${seeds.length} seeds`
  const spread = sd === null ? number(mean) : `${number(mean)} ± ${number(sd)}`
  const middle = by === 'median' ? `${spread}, median ${number(median)}` : spread
  return missing > 0 ? `${middle}, ${missing} without a number` : middle
}

/** "below 0.2 in all 5 seeds", "at least 0.035 in the mean of 10 seeds" */
export function thresholdInWords({ threshold, by, atLeast, seeds }: Measurement): string {
  const count = seeds.length
  if (by !== 'seeds') return `${threshold}, ${by} of ${count} seeds`
  if (count === 1) return `${threshold}, one seed`
  return atLeast === count
    ? `${threshold}, in all ${count} seeds`
    : `${threshold}, in ${atLeast ?? count} of ${count} seeds or more`
}

/** "seeds 0 to 4"; empty where nothing is measured seed by seed. */
export function seedsInWords(measured: readonly Measurement[]): string {
  const seeds = [...new Set(measured.flatMap((each) => each.seeds))].sort((a, b) => a - b)
  const [first, last] = [seeds[0], seeds.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (seeds.length === 1) return `seed ${first}`
  return last - first === seeds.length - 1 ? `seeds ${first} to ${last}` : `seeds ${seeds.join(', ')}`
}

export const verdictInWords = (holds: boolean): string => (holds ? 'holds' : 'does not hold')

/** A title of a test begins small. */
export const sentence = (text: string): string =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.?!”]$/.test(text) ? '' : '.'}`
