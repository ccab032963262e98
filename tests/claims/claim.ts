/** A claim of the book as a test: it holds for the median of the seeds and for at least k of n of them. */
import { expect } from 'vitest'
import { median, summary } from '../runExperiment.ts'

export interface Claim {
  /** What is measured: "test accuracy of sigmoid at depth 6". */
  what: string
  /** One number per seed. A seed that diverged does not count for the claim. */
  values: readonly number[]
  holds: (value: number) => boolean
  /** `holds` in words: "below 0.2". */
  expected: string
  /** Of how many seeds it must be true; of all by default. */
  atLeast?: number
}

/** Prints what was measured, then expects the claim to hold. */
export function claim({ what, values, holds, expected, atLeast = values.length }: Claim): void {
  const finite = values.filter(Number.isFinite)
  const count = finite.filter(holds).length
  const diverged = values.length - finite.length
  const note = diverged ? `, ${diverged} diverged` : ''
  console.log(`${what}: ${summary(finite)}${note}; ${expected} in ${count} of ${values.length}`)
  expect(finite.length, `${what}: seeds that did not diverge`).toBeGreaterThanOrEqual(atLeast)
  expect(holds(median(finite)), `${what}: median ${median(finite)}, expected ${expected}`).toBe(true)
  expect(count, `${what}: seeds with a value ${expected}`).toBeGreaterThanOrEqual(atLeast)
}
