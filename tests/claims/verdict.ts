/** A claim of the book: it holds if it does for the median of the seeds and for at least k of n of them. */
import { median, summary } from '../runExperiment.ts'

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
}

/** Prints what was measured. @returns "holds", or a sentence that says what was found instead. */
export function verdict({ what, values, holds, expected, atLeast = values.length }: Claim): string {
  const finite = values.filter(Number.isFinite)
  const count = finite.filter(holds).length
  const diverged = finite.length < values.length ? `, ${values.length - finite.length} diverged` : ''
  const measured = `${what}: ${summary(finite)}${diverged}; ${expected} in ${count} of ${values.length}`
  console.log(measured)
  if (count < atLeast) return `${measured}, needed ${atLeast}`
  return holds(median(finite)) ? 'holds' : `${measured}; the median is ${median(finite)}`
}
