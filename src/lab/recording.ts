/**
 * A run that was made before, as a file holds it: everything measured, and what the panels drew at a few moments.
 * Text that compresses well; typed arrays stand in it as base64. It knows no figure, no page and no folder.
 */
import { defaults } from './config.ts'
import { isBackend, type Backend } from './engine.ts'
import { packArrays, unpackArrays } from './recordingArrays.ts'
import type { Setup } from './setup.ts'

export interface RecordedVariant {
  /** Of each measurement. */
  steps: readonly number[]
  epochs: readonly number[]
  /** By metric: [measurement][seed]; NaN once a seed has diverged. */
  metrics: Readonly<Record<string, readonly (readonly number[])[]>>
  /** For each seed the step at which it diverged, or null. */
  diverged: readonly (number | null)[]
  /** Pictures of the first seed, ascending by step. */
  views: readonly { step: number; view: unknown }[]
}

export interface Recording {
  widget: string
  config: Readonly<Record<string, unknown>>
  backend: Backend
  /** Of the whole run. */
  steps: number
  seeds: readonly number[]
  /** What made it. */
  versions: Readonly<{ book: string; tfjs: string }>
  /** How each metric is printed. */
  metrics: Readonly<Record<string, 'number' | 'percent'>>
  variants: Readonly<Record<string, RecordedVariant>>
}

const version = 1

/** NaN has no number in JSON. */
const toText = (values: readonly (readonly number[])[]) =>
  values.map((row) => row.map((value) => (Number.isFinite(value) ? value : null)))

/** The file's text; the same for the same recording. */
export function encodeRecording(recording: Recording): string {
  const { packed, arrays } = packArrays(
    Object.values(recording.variants).map(({ views }) => views.map(({ view }) => view)),
  )
  const variants = Object.entries(recording.variants).map(([name, variant], i) => [
    name,
    {
      ...variant,
      metrics: Object.fromEntries(
        Object.entries(variant.metrics).map(([metric, values]) => [metric, toText(values)]),
      ),
      views: variant.views.map(({ step }, k) => ({ step, view: (packed as unknown[][])[i]![k] })),
    },
  ])
  const { widget, config, backend, steps, seeds, versions, metrics } = recording
  const head = { version, widget, config, backend, steps, seeds, versions, metrics }
  return `${JSON.stringify({ ...head, variants: Object.fromEntries(variants), arrays })}\n`
}

type Json = Readonly<Record<string, unknown>>

const broken = (what: string, cause?: unknown) =>
  new Error(`The recording cannot be read: ${what}. Make it again with: npm run record`, { cause })

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number' && Number.isFinite(one))

function part<T>(parent: Json, name: string, expected: string, is: (value: unknown) => value is T): T {
  const value = parent[name]
  if (!is(value)) throw broken(`expected ${expected} at "${name}", found ${describe(value)}`)
  return value
}

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' ? (value ? 'an object' : 'null') : JSON.stringify(value).slice(0, 40)
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
const isFormats = (value: unknown): value is Recording['metrics'] =>
  isJson(value) && Object.values(value).every((format) => format === 'number' || format === 'percent')
const isVersions = (value: unknown): value is Recording['versions'] =>
  isJson(value) && isText(value['book']) && isText(value['tfjs'])

/**
 * @returns a recording equal to the one that was encoded.
 * @throws with what was expected and what was found when the text is not a whole recording.
 */
export function decodeRecording(text: string): Recording {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch (cause) {
    throw broken('it is cut off or is not JSON', cause)
  }
  if (!isJson(file)) throw broken(`expected an object, found ${describe(file)}`)
  if (file['version'] !== version)
    throw broken(`expected version ${version}, found ${describe(file['version'])}`)
  const seeds = part(file, 'seeds', 'a list of numbers', isNumbers)
  const metrics = part(file, 'metrics', 'the format of each metric', isFormats)
  const arrays = unpackArrays(part(file, 'arrays', 'a list', Array.isArray), broken)
  const variants = Object.entries(part(file, 'variants', 'an object', isJson)).map(([name, value]) => {
    if (!isJson(value)) throw broken(`expected an object for the variant "${name}", found ${describe(value)}`)
    return [name, readVariant(value, Object.keys(metrics), seeds.length, arrays)] as const
  })
  return {
    widget: part(file, 'widget', 'a name', isText),
    config: part(file, 'config', 'an object', isJson),
    backend: part(file, 'backend', 'a backend', isBackend),
    steps: part(file, 'steps', 'a number of steps', isCount),
    seeds,
    versions: part(file, 'versions', 'the versions of book and tfjs', isVersions),
    metrics,
    variants: Object.fromEntries(variants),
  }
}

function readVariant(
  variant: Json,
  metrics: readonly string[],
  seeds: number,
  arrays: (packed: unknown) => unknown,
): RecordedVariant {
  const steps = part(variant, 'steps', 'a list of steps', isNumbers)
  const epochs = part(variant, 'epochs', 'a list of numbers', isNumbers)
  if (epochs.length !== steps.length)
    throw broken(`expected ${steps.length} epochs, one per measurement, found ${epochs.length}`)
  const measured = part(variant, 'metrics', 'an object', isJson)
  const isRow = (row: unknown): row is (number | null)[] =>
    Array.isArray(row) &&
    row.length === seeds &&
    row.every((one) => one === null || (typeof one === 'number' && Number.isFinite(one)))
  const isTable = (value: unknown): value is (number | null)[][] =>
    Array.isArray(value) && value.length === steps.length && value.every(isRow)
  const isStops = (value: unknown): value is (number | null)[] =>
    Array.isArray(value) && value.length === seeds && value.every((one) => one === null || isCount(one))
  const views = part(variant, 'views', 'a list', Array.isArray) as unknown[]
  return {
    steps,
    epochs,
    metrics: Object.fromEntries(
      metrics.map((metric) => [
        metric,
        part(measured, metric, `${steps.length} rows of ${seeds} numbers`, isTable).map((row) =>
          row.map((value) => value ?? Number.NaN),
        ),
      ]),
    ),
    diverged: part(variant, 'diverged', 'a step or null for each seed', isStops),
    views: views.map((each) => {
      if (!isJson(each)) throw broken(`expected a picture, found ${describe(each)}`)
      return { step: part(each, 'step', 'a step', isCount), view: arrays(each['view']) }
    }),
  }
}

const names = (record: object) => Object.keys(record).join(', ')

/** Why a recording is not one of this setup with its published settings, in a sentence; null if it is. */
export function misfit(recording: Recording, setup: Setup): string | null {
  const again = `Make it again with: npm run record ${recording.widget}`
  const published = defaults(setup.config) as Record<string, unknown>
  const differs = Object.keys({ ...published, ...recording.config }).find(
    (name) => published[name] !== recording.config[name],
  )
  if (differs !== undefined)
    return `The recording of ${recording.widget} has ${differs} ${String(recording.config[differs])}, the figure ${String(published[differs])}. ${again}`
  for (const [what, mine, theirs] of [
    ['variants', setup.variants, recording.variants],
    ['metrics', setup.metrics, recording.metrics],
  ] as const)
    if (names(mine) !== names(theirs))
      return `The recording of ${recording.widget} has the ${what} ${names(theirs)}, the figure ${names(mine)}. ${again}`
  const steps = setup.steps(published as never)
  return steps === recording.steps
    ? null
    : `The recording of ${recording.widget} has ${recording.steps} steps, the figure ${steps}. ${again}`
}
