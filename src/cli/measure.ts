/**
 * Runs an experiment from start to end without a page, through the session that the worker runs as well,
 * so that what is measured here is what a figure measures.
 */
import type { Engine } from '../lab/engine.ts'
import type { Experiment } from '../lab/experiment.ts'
import type { VariantUpdate } from '../lab/protocol.ts'
import type { RecordedVariant, Recording } from '../lab/recording.ts'
import { startSession } from '../lab/session.ts'
import type { Setup } from '../lab/setup.ts'
import type { RunSettings } from './settings.ts'

export interface MeasureOptions extends RunSettings {
  widget: string
  experiment: Experiment
  engine: Engine
  versions: Recording['versions']
  /** Instead of the setup's own. */
  measureEvery?: number
  /** Steps whose pictures to keep, ascending; none by default. */
  views?: readonly number[]
  /** Told from time to time how many steps are made. */
  progress?: (step: number) => void
}

/** A run of `steps` steps ends there: the last one is measured, as the last of every run is. */
const shortened = (setup: Setup, steps: number, measureEvery?: number): Setup => ({
  ...setup,
  steps: () => steps,
  ...(measureEvery !== undefined && { measureEvery: () => measureEvery, measureFirst: 0 }),
})

type Growing = { -readonly [K in keyof RecordedVariant]: RecordedVariant[K] } & {
  steps: number[]
  epochs: number[]
  metrics: Record<string, number[][]>
  views: { step: number; view: unknown }[]
}

const blank = (metrics: readonly string[], seeds: readonly number[]): Growing => ({
  steps: [],
  epochs: [],
  metrics: Object.fromEntries(metrics.map((metric) => [metric, []])),
  diverged: seeds.map(() => null),
  views: [],
})

/** Measurements arrive as [measurement][metric][seed], in one array. */
function take(variant: Growing, update: VariantUpdate, seeds: number): void {
  const metrics = Object.values(variant.metrics)
  update.steps.forEach((step, i) => {
    variant.steps.push(step)
    variant.epochs.push(update.epochs[i]!)
    metrics.forEach((rows, m) => {
      const first = (i * metrics.length + m) * seeds
      rows.push(Array.from(update.values.subarray(first, first + seeds)))
    })
  })
  variant.diverged = update.diverged
  if (update.view) variant.views.push(update.view)
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Rejects with a sentence when the experiment throws or the backend cannot be used. Frees everything. */
export async function measureRun(options: MeasureOptions): Promise<Recording> {
  const { widget, experiment, engine, config, seeds, steps, backend, views = [], progress } = options
  await engine.use(backend)
  const setup = shortened(experiment.setup, steps, options.measureEvery)
  const metrics = Object.keys(setup.metrics)
  const variants = Object.fromEntries(options.variants.map((name) => [name, blank(metrics, seeds)]))
  const request = { widget, config, variants: options.variants, seeds }
  const session = await startSession({ ...experiment, setup }, request, turn)
  /** Pictures are taken at measurements, which every round stops at: the first at or after each of these steps. */
  let shown = 0
  const collect = async () => {
    const wanted = views[shown]
    const picture = wanted !== undefined && (session.step >= wanted || session.done)
    const { variants: news } = await session.collect({ views: picture })
    for (const [name, update] of Object.entries(news)) take(variants[name]!, update, seeds.length)
    if (picture) shown++
  }
  try {
    await collect()
    while (!session.done) {
      await session.advance({ count: Infinity })
      await collect()
      progress?.(session.step)
      await turn()
    }
  } finally {
    await session.end()
  }
  const formats = Object.entries(setup.metrics).map(([name, { format = 'number' }]) => [name, format])
  return {
    widget,
    config,
    backend,
    steps,
    seeds,
    versions: options.versions,
    metrics: Object.fromEntries(formats) as Recording['metrics'],
    variants,
  }
}
