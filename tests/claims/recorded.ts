/** Whether a fresh run still measures what a recording holds. */
import type { RecordedVariant, Recording } from '../../src/lab/recording.ts'

/** Six digits are kept; arithmetic in another order changes the seventh, and a test image may tip. */
const [relative, image] = [1e-3, 0.005]

const near = (a: number, b: number, format: 'number' | 'percent') =>
  Math.abs(a - b) <= (format === 'percent' ? image : 1e-12) + relative * Math.abs(b)

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const spreadOf = (values: readonly number[]) =>
  Math.sqrt(
    values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0) / Math.max(1, values.length - 1),
  )

/**
 * Seed by seed if they can be followed; where training is chaotic (a rate that is far too high), means within three
 * standard errors of the recorded seeds.
 */
function agree(fresh: readonly number[], recorded: readonly number[], format: 'number' | 'percent'): boolean {
  if (recorded.every((value, i) => Object.is(value, fresh[i]) || near(fresh[i]!, value, format))) return true
  const [a, b] = [fresh.filter(Number.isFinite), recorded.filter(Number.isFinite)]
  if (a.length !== b.length || a.length < 3) return false
  return Math.abs(meanOf(a) - meanOf(b)) <= (3 * spreadOf(b)) / Math.sqrt(b.length)
}

/**
 * What differs, a sentence each, at the measurements that both have; `fresh` may be the beginning of the run only.
 * @param only the last measurement that both have, which is the one that prose quotes most.
 */
export function disagreements(fresh: Recording, recorded: Recording, only?: 'last'): string[] {
  const found: string[] = []
  for (const [name, variant] of Object.entries(recorded.variants)) {
    const other: RecordedVariant | undefined = fresh.variants[name]
    if (!other) found.push(`${name} was not run`)
    const steps = variant.steps.filter((step) => other?.steps.includes(step))
    if (other && steps.length === 0) found.push(`${name} has no measurement in common`)
    for (const step of only ? steps.slice(-1) : steps)
      for (const [metric, format] of Object.entries(recorded.metrics)) {
        const is = other!.metrics[metric]![other!.steps.indexOf(step)]!
        const was = variant.metrics[metric]![variant.steps.indexOf(step)]!
        if (!agree(is, was, format))
          found.push(`${name}, ${metric} at step ${step}: ${is.join(' ')}; recorded ${was.join(' ')}`)
      }
  }
  return found
}
