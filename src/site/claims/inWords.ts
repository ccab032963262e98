/** A measurement in words and numbers, for the page and for docs/claims.md. */
import type { ClaimRecord, Measurement } from './record.ts'

const minus = (text: string) => text.replaceAll(/(?<=^|\s)-(?=[\s\d])/g, '−')

const raised = (power: string) =>
  power.replace('+', '').replaceAll(/./g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!))

/** 0.0123, −4.2, 3.1·10⁸ */
const number = (value: number) => {
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return minus(String(value))
  const [digits = '', power = ''] = value.toExponential(1).split('e')
  return `${minus(digits)}·10${raised(power)}`
}

/** "test error, no pooling − max pooling" */
export const whatInWords = ({ what }: Measurement): string => minus(what)

/** "0.11 ± 0.02"; the median too where the claim is about it. */
export function measuredInWords({ by, mean, sd, median, missing, seeds }: Measurement): string {
  if (mean === null || median === null) return `no number in ${seeds.length} seeds`
  const spread = sd === null ? number(mean) : `${number(mean)} ± ${number(sd)}`
  const middle = by === 'median' ? `median ${number(median)}, mean ${spread}` : spread
  return missing > 0 ? `${middle}, ${missing} without a number` : middle
}

/** "below 0.2, in all 5 seeds"; "at least 0.035, mean of 10 seeds" */
export function thresholdInWords({ threshold, by, atLeast, seeds }: Measurement): string {
  const [limit, count] = [minus(threshold), seeds.length]
  if (by !== 'seeds') return `${limit}, ${by} of ${count} seeds`
  if (count === 1) return `${limit}, one seed`
  return atLeast === undefined || atLeast === count
    ? `${limit}, in all ${count} seeds`
    : `${limit}, in ${atLeast} of ${count} seeds or more`
}

/** "seeds 0 to 4"; empty where nothing is measured seed by seed. */
export function seedsInWords(measured: readonly Measurement[]): string {
  const seeds = [...new Set(measured.flatMap((each) => each.seeds))].sort((a, b) => a - b)
  const [first, last] = [seeds[0], seeds.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (seeds.length === 1) return `seed ${first}`
  return last - first === seeds.length - 1 ? `seeds ${first} to ${last}` : `seeds ${seeds.join(', ')}`
}

export const verdictInWords = ({ holds }: ClaimRecord): string => (holds ? 'holds' : 'does not hold')

/** A title of a test begins small, and has no full stop. */
export const sentence = ({ claim }: ClaimRecord): string =>
  `${claim[0]?.toUpperCase() ?? ''}${claim.slice(1)}${/[.?!”]$/.test(claim) ? '' : '.'}`
