/** What the running test has measured, kept with it: reporter.ts makes the list of claims of it. */
import { TestRunner } from 'vitest'
import type { Measurement } from '../../src/site/claims/record.ts'

declare module 'vitest' {
  interface TaskMeta {
    evidence?: Measurement[]
    /** Seeds of the runs that the test started. */
    ran?: number[]
    negative?: true
    /** Where the claim stands, if its file's name does not say so. */
    place?: { chapter: string; figure?: string }
    /** The sentence of the book that the test computes again, with its numbers. */
    says?: string
    /** It looks at the other tests, not at the book. */
    check?: true
  }
}

/** Second argument of a test that claims what does not show: no difference, no gain, no cure. */
export const negative = { meta: { negative: true as const } }

/** Second argument of a test that looks at the other tests. */
export const notAClaim = { meta: { check: true as const } }

/** None while files are read: a run may begin before its tests. */
const meta = () => TestRunner.getCurrentTest()?.meta

export function noteRun(seeds: readonly number[]): void {
  const current = meta()
  if (current) current.ran = [...new Set([...(current.ran ?? []), ...seeds])].sort((a, b) => a - b)
}

export function notePlace(place: { chapter: string; figure?: string }): void {
  const current = meta()
  if (current) current.place = place
}

export function noteSentence(says: string): void {
  const current = meta()
  if (current) current.says = says
}

/** @throws if the test has run other seeds than the measurement says it is of. */
export function note(measurement: Measurement): void {
  const current = meta()
  if (!current) return
  const { ran = [] } = current
  const { what, seeds } = measurement
  if (ran.length > 0 && !seeds.some((seed) => ran.includes(seed)))
    throw new Error(
      `"${what}" would be noted for the seeds ${seeds.join(', ')}, but this test ran ${ran.join(', ')}. ` +
        'Name them: verdict({ ..., seeds }).',
    )
  current.evidence = [...(current.evidence ?? []), measurement]
}
