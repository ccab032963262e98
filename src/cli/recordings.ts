/** The runs that the book keeps: of every widget the published one with pictures, and those that chapters quote. */
import { defaults } from '../lab/config.ts'
import type { Engine } from '../lab/engine.ts'
import { defaultSeeds } from '../lab/parseSettings.ts'
import type { Recording } from '../lab/recording.ts'
import { coarseTree } from '../lab/recordingArrays.ts'
import { published, type NamedSettings, type RecordingSettings } from '../lab/recordingSettings.ts'
import type { Setup } from '../lab/setup.ts'
import { UsageError } from './command.ts'
import { measureRun } from './measure.ts'
import type { RunSettings, Values } from './settings.ts'
import { loadExperiment, loadSetup, widgetNames } from './widgets.ts'

const lists = import.meta.glob<NamedSettings>('../widgets/*/recordings.ts', { import: 'default' })

/** Steps whose pictures a published run keeps: the setup's own, each of a few steps, or some on the way. */
function viewsKept(setup: Setup, config: Values, steps: number): readonly number[] {
  const own = setup.film?.moments(config) ?? setup.pictures?.(config)
  if (own) return own
  const count = steps <= 20 ? steps + 1 : 6
  return Array.from({ length: count }, (_, i) => (i * steps) / (count - 1))
}

/** Where a run is kept and what it is: `one-bend/published`. */
export interface Planned {
  widget: string
  name: string
  settings: RecordingSettings
}

/** The runs of a widget, the published one first. */
async function plannedOf(widget: string): Promise<Planned[]> {
  const list = await lists[`../widgets/${widget}/recordings.ts`]?.()
  return [
    { widget, name: published, settings: {} },
    ...Object.entries(list ?? {}).map(([name, settings]) => ({ widget, name, settings })),
  ]
}

/** All runs; or those of the named widgets, or the named runs themselves ("one-bend/published"). */
export async function planned(asked: readonly string[] = []): Promise<Planned[]> {
  const names = asked.length > 0 ? asked : widgetNames
  const found = await Promise.all(
    names.map(async (one) => {
      const [widget = '', name] = one.split('/')
      await loadSetup(widget)
      const all = await plannedOf(widget)
      const wanted = all.filter((each) => name === undefined || each.name === name)
      if (wanted.length > 0) return wanted
      throw new UsageError(
        `${widget} has no recording called "${name}"; it has ${all.map((each) => each.name).join(', ')}.`,
      )
    }),
  )
  return found.flat()
}

/** What `settings` ask of `setup`. */
export function settingsOf(setup: Setup, { config, variants, seeds }: RecordingSettings): RunSettings {
  const values = { ...defaults(setup.config), ...config } as Values
  return {
    config: values,
    variants: [...(variants ?? Object.keys(setup.variants))],
    seeds: [...(seeds ?? defaultSeeds(setup))],
    steps: setup.steps(values),
    backend: 'wasm',
  }
}

export interface RecordOptions {
  engine: Engine
  versions: Recording['versions']
  /** The first steps only, to compare. */
  steps?: number
  progress?: (step: number) => void
}

/** Runs it and keeps everything as it came. */
export async function runPlanned(
  { widget, name, settings }: Planned,
  { engine, versions, steps, progress }: RecordOptions,
): Promise<Recording> {
  const experiment = await loadExperiment(widget)
  const asked = settingsOf(experiment.setup, settings)
  return measureRun({
    ...asked,
    steps: Math.min(asked.steps, steps ?? Infinity),
    widget,
    experiment,
    engine,
    versions,
    ...(settings.measureEvery !== undefined && { measureEvery: settings.measureEvery }),
    ...(name === published &&
      steps === undefined && { views: viewsKept(experiment.setup, asked.config, asked.steps) }),
    ...(progress && { progress }),
  })
}

const digits = 6
const rounded = (value: number) => Number(value.toPrecision(digits))

/** What a file keeps: six digits of each measurement, and pictures as exact as the eye. */
export const compact = (recording: Recording): Recording => ({
  ...recording,
  variants: Object.fromEntries(
    Object.entries(recording.variants).map(([name, variant]) => [
      name,
      {
        ...variant,
        epochs: variant.epochs.map(rounded),
        metrics: Object.fromEntries(
          Object.entries(variant.metrics).map(([metric, rows]) => [
            metric,
            rows.map((row) => row.map(rounded)),
          ]),
        ),
        views: variant.views.map(({ step, view }) => ({ step, view: coarseTree(view) })),
      },
    ]),
  ),
})
