/** Whether a fresh run still measures what a recording holds. */
import { readFile } from 'node:fs/promises'
import type { Planned } from '../../src/cli/recordings.ts'
import type { RecordedVariant, Recording } from '../../src/lab/recording.ts'
import { recordingsFolder } from '../../src/mdx/compile/readMeasurements.ts'
import { attributesOf, measuredTags } from './chapter.ts'

export const fileOf = ({ widget, name }: Planned) => `${recordingsFolder}/${widget}/${name}.json`

/** @throws with the command that makes the recording if there is none. */
export const readRecording = (run: Planned): Promise<string> =>
  readFile(fileOf(run), 'utf8').catch((cause: unknown) => {
    const make = `npm run record -- ${run.widget}/${run.name}`
    throw new Error(`There is no ${fileOf(run)}. Make it: ${make}`, { cause })
  })

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
 * Which measurements of a recording the book quotes, wherever it does: the last, those that an `at` or `over` names,
 * and all where a sentence says when something happened (`below`, `above`).
 * @param from as in <Measured from="...">
 */
export function quoted(from: string): (step: number, last: boolean) => boolean {
  const tags = measuredTags()
    .map(attributesOf)
    .filter((tag) => tag['from'] === from)
  const whole = tags.some((tag) => tag['below'] !== undefined || tag['above'] !== undefined)
  const named = new Set(
    tags.flatMap(({ at, over }) => [at, over]).map((place) => (place === 'first' ? 0 : place)),
  )
  return (step, last) => whole || last || named.has(step)
}

/**
 * What differs, a sentence each, at the measurements that both have; `fresh` may be the beginning of the run only.
 * @param counts whether a measurement is compared, by its step and whether it is the last that both have; all are by
 *   default.
 */
export function disagreements(
  fresh: Recording,
  recorded: Recording,
  counts: (step: number, last: boolean) => boolean = () => true,
): string[] {
  const found: string[] = []
  for (const [name, variant] of Object.entries(recorded.variants)) {
    const other: RecordedVariant | undefined = fresh.variants[name]
    if (!other) found.push(`${name} was not run`)
    const steps = variant.steps.filter((step) => other?.steps.includes(step))
    if (other && steps.length === 0) found.push(`${name} has no measurement in common`)
    for (const step of steps.filter((each) => counts(each, each === steps.at(-1))))
      for (const [metric, format] of Object.entries(recorded.metrics)) {
        const is = other!.metrics[metric]![other!.steps.indexOf(step)]!
        const was = variant.metrics[metric]![variant.steps.indexOf(step)]!
        if (!agree(is, was, format))
          found.push(`${name}, ${metric} at step ${step}: ${is.join(' ')}; recorded ${was.join(' ')}`)
      }
  }
  return found
}
