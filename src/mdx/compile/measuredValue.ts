/** What a <Measured> asks for, looked up in the recordings: one number per seed, and what is printed of them. */
import type { Recording } from '../../lab/recording.ts'
import type { Value } from './attributes.ts'
import { suggest } from './problems.ts'
import { printedAs, printNumber, printSpread, type PrintedAs, type Rounding } from './rounding.ts'

/** Measurements beside the figures: one number per seed for each thing that was compared. */
export interface Trial {
  format: 'number' | 'percent'
  values: Readonly<Record<string, readonly number[]>>
}

export interface Measurements {
  /** By `one-bend` for the published run, `one-bend/name` for another. */
  recordings: ReadonlyMap<string, Recording>
  /** By `trials/name`. */
  trials: ReadonlyMap<string, Trial>
}

const statistics = ['mean', 'median', 'sd', 'min', 'max', 'mean±sd', 'list', 'diverged'] as const
type Statistic = (typeof statistics)[number]

/** A mistake of the author's: what was expected and found. */
class Fault extends Error {}

const known = (kind: string, name: string, names: Iterable<string>): never => {
  throw new Fault(`There is no ${kind} "${name}". ${suggest(name, names)}`)
}

interface Sample {
  /** NaN for a seed that has diverged. */
  values: readonly number[]
  seeds: readonly number[]
  /** How it is printed unless `as` says otherwise. */
  as: PrintedAs
}

type Attributes = Readonly<Record<string, Value>>

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sdOf = (values: readonly number[]) => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Index of the measurement that `at` names. */
function placeOf(steps: readonly number[], at: Value | undefined): number {
  if (at === undefined || at === 'last') return steps.length - 1
  if (at === 'first') return 0
  const place = steps.indexOf(Number(at))
  if (place < 0)
    throw new Fault(
      `Nothing was measured at step ${String(at)}; the last step is ${steps.at(-1)}, and between two are ${(steps[1] ?? 1) - steps[0]!}. Write at="first", at="last" or the number of a measured step.`,
    )
  return place
}

function fromRecording(recording: Recording, variant: string, asked: Attributes): Sample {
  const metric = String(asked['of'])
  const measured = recording.variants[variant]
  if (!measured) return known('variant', variant, Object.keys(recording.variants))
  const rows = measured.metrics[metric]
  if (!rows) return known('metric', metric, Object.keys(recording.metrics))
  const { seeds } = recording
  if (asked['stat'] === 'diverged') {
    const lost = measured.diverged.filter((step) => step !== null).length
    return { values: [lost], seeds: [Number.NaN], as: 'number' }
  }
  const [below, above] = [asked['below'], asked['above']]
  if (below !== undefined || above !== undefined) {
    const there = (value: number) =>
      (below === undefined || value < Number(below)) && (above === undefined || value > Number(above))
    const values = seeds.map((seed, i) => {
      const first = rows.findIndex((row) => there(row[i]!))
      if (first < 0) throw new Fault(`With seed ${seed} the ${metric} of ${variant} never gets there.`)
      return measured.steps[first]!
    })
    return { values, seeds, as: 'number' }
  }
  const values = rows[placeOf(measured.steps, asked['at'])]!
  if (asked['over'] === undefined)
    return { values, seeds, as: recording.metrics[metric] === 'percent' ? 'percent' : 'number' }
  const start = rows[placeOf(measured.steps, asked['over'])]!
  return { values: values.map((value, i) => value / start[i]!), seeds, as: 'number' }
}

function fromTrial({ format, values }: Trial, asked: Attributes): Sample {
  const name = String(asked['of'])
  const found = values[name] ?? known('value of this trial', name, Object.keys(values))
  return { values: found, seeds: found.map((_, seed) => seed), as: format }
}

function sampleOf({ recordings, trials }: Measurements, variant: string, asked: Attributes): Sample {
  const from = String(asked['from'])
  const trial = trials.get(from)
  if (trial) {
    if (variant) throw new Fault(`${from} has no variants; leave out variant.`)
    return fromTrial(trial, asked)
  }
  const recording = recordings.get(from) ?? known('recording', from, [...recordings.keys(), ...trials.keys()])
  if (!variant)
    throw new Fault(`Say which variant: variant="...", one of ${Object.keys(recording.variants).join(', ')}.`)
  const sample = fromRecording(recording, variant, asked)
  const other = asked['minus']
  if (other === undefined) return sample
  const less = fromRecording(recording, String(other), asked)
  return {
    ...sample,
    values: sample.values.map((value, i) => value - less.values[i]!),
    as: sample.as === 'percent' ? 'points' : sample.as,
  }
}

function optionOf<T extends string>(asked: Attributes, name: string, options: readonly T[], otherwise: T): T {
  const given = asked[name]
  if (given === undefined) return otherwise
  return options.find((option) => option === given) ?? known(name, String(given), options)
}

function countOf(asked: Attributes, name: string, least: number): number | undefined {
  const given = asked[name]
  if (given === undefined) return undefined
  if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= 12) return given
  throw new Fault(
    `${name} is a whole number from ${least} to 12, written ${name}={2}; found ${String(given)}.`,
  )
}

const listed = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`

function print(sample: Sample, asked: Attributes): string {
  const statistic: Statistic = optionOf(asked, 'stat', statistics, 'mean')
  const digits = countOf(asked, 'digits', 1)
  const decimals = countOf(asked, 'decimals', 0)
  const rounding: Rounding = {
    as: optionOf(asked, 'as', printedAs, sample.as),
    ...(digits !== undefined && { digits }),
    ...(decimals !== undefined && { decimals }),
  }
  const times = Number(asked['times'] ?? 1)
  let chosen = sample.values
  if (asked['seed'] !== undefined) {
    const place = sample.seeds.indexOf(Number(asked['seed']))
    if (place < 0) return known('seed', String(asked['seed']), sample.seeds.map(String))
    chosen = [sample.values[place]!]
  }
  const values = chosen.filter(Number.isFinite).map((value) => times * value)
  if (values.length === 0) throw new Fault('All seeds have diverged; there is no number to print.')
  switch (statistic) {
    case 'list':
      return listed(values.map((value) => printNumber(value, rounding)))
    case 'mean±sd':
      if (values.length < 2) throw new Fault('One seed has no spread; use stat="mean".')
      return printSpread(meanOf(values), sdOf(values), rounding)
    case 'sd':
      return printNumber(sdOf(values), rounding)
    case 'median':
      return printNumber(medianOf(values), rounding)
    case 'min':
      return printNumber(Math.min(...values), rounding)
    case 'max':
      return printNumber(Math.max(...values), rounding)
    default:
      return printNumber(meanOf(values), rounding)
  }
}

/**
 * The words that stand for a <Measured> with these attributes. Several variants must print the same.
 * @returns `text`, or `fault` in a sentence with the fix.
 */
export function measuredText(asked: Attributes, all: Measurements): { text: string } | { fault: string } {
  try {
    const variants = String(asked['variant'] ?? '').split(/[\s,]+/)
    const texts = variants.map((variant) => print(sampleOf(all, variant, asked), asked))
    if (new Set(texts).size === 1) return { text: texts[0]! }
    const each = variants.map((variant, i) => `${variant} ${texts[i]}`).join(', ')
    return { fault: `These are not one number: ${each}. Give each variant a <Measured> of its own.` }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { fault: error.message }
  }
}
