/** A claim of the book: it holds if it does for the median of the seeds and for at least k of n of them. */
import { median, summary } from '../runExperiment.ts'
import { note } from './evidence.ts'

export interface Claim {
  /** What is measured: "test accuracy of sigmoid at depth 6". */
  what: string
  /** One number per seed; NaN for a seed that diverged, which never counts for the claim. */
  values: readonly number[]
  holds: (value: number) => boolean
  /** `holds` in words: "below 0.2". */
  expected: string
  /** Of how many seeds it must be true; of all by default. */
  atLeast?: number
  /** A claim about the mean or the median alone, of all seeds: none may diverge. */
  by?: 'seeds' | 'mean' | 'median'
  /** 0, 1, 2 and so on by default. */
  seeds?: readonly number[]
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const spreadOf = (values: readonly number[]) => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** As many digits as a reader can use; the last ones of a processor are its own. */
const short = (value: number, digits: number) => Number(value.toPrecision(digits))

/** Keeps what was measured with the test. */
export function remember({ what, values, expected, by = 'seeds', ...claim }: Omit<Claim, 'holds'>): void {
  const finite = values.filter(Number.isFinite)
  note({
    what,
    threshold: expected,
    by,
    ...(by === 'seeds' && { atLeast: claim.atLeast ?? values.length }),
    seeds: [...(claim.seeds ?? values.keys())],
    mean: finite.length > 0 ? short(meanOf(finite), 3) : null,
    sd: finite.length > 1 ? short(spreadOf(finite), 2) : null,
    median: finite.length > 0 ? short(median(finite), 3) : null,
    missing: values.length - finite.length,
  })
}

/** Prints what was measured. @returns "holds", or a sentence that says what was found instead. */
export function verdict(claim: Claim): string {
  const { what, values, holds, expected, atLeast = values.length, by = 'seeds' } = claim
  remember(claim)
  const finite = values.filter(Number.isFinite)
  const diverged = finite.length < values.length ? `, ${values.length - finite.length} diverged` : ''
  if (by !== 'seeds') {
    const judged = by === 'mean' ? meanOf(values) : median(values)
    const found = `${what}: ${summary(finite)}${diverged}; the ${by} is to be ${expected}`
    console.log(found)
    return diverged === '' && holds(judged) ? 'holds' : `${found}, and is ${judged}`
  }
  const count = finite.filter(holds).length
  const measured = `${what}: ${summary(finite)}${diverged}; ${expected} in ${count} of ${values.length}`
  console.log(measured)
  if (count < atLeast) return `${measured}, needed ${atLeast}`
  return holds(median(finite)) ? 'holds' : `${measured}; the median is ${median(finite)}`
}

/** A threshold in words; one of the two may be infinite. */
export const bounds = (low: number, high: number): string => {
  if (low === -Infinity) return `at most ${high}`
  if (high === Infinity) return `at least ${low}`
  return low === high ? `exactly ${low}` : `between ${low} and ${high}`
}

type Within = (what: string, values: readonly number[], limits: readonly [number, number]) => string

const within =
  (by: 'mean' | 'median'): Within =>
  (what, values, [low, high]) =>
    verdict({
      what,
      values,
      by,
      holds: (value) => value >= low && value <= high,
      expected: bounds(low, high),
    })

/** The verdict on the mean of the seeds: it lies between two numbers, of which one may be infinite. */
export const meanWithin = within('mean')
/** The same of their median. */
export const medianWithin = within('median')
