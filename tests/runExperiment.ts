/** Runs a figure's own experiment in Node, as the worker would, and keeps everything that was measured. */
import { defaults } from '../src/lab/config.ts'
import type { Backend } from '../src/lab/engine.ts'
import type { Experiment } from '../src/lab/experiment.ts'
import type { ConfigOf, MetricOf, Setup, VariantOf } from '../src/lab/setup.ts'
import { engine } from '../src/nn/engine.ts'
import { backend as claimed } from './claims/backend.ts'
import { noteRun } from './claims/evidence.ts'

export interface RunOptions<S> {
  /** What differs from the published settings. */
  config?: Partial<ConfigOf<S>>
  variants?: readonly VariantOf<S>[]
  seeds?: readonly number[]
  /** Stop after this many steps; the whole run by default. */
  steps?: number
  /** Measure at step 0, every so many steps, and at the last; as the figure does by default. */
  measureEvery?: number
  backend?: Backend
}

export interface VariantResult<M extends string, View> {
  steps: number[]
  epochs: number[]
  /** For each metric, one array of seeds per measurement. */
  metrics: Record<M, number[][]>
  /** Of the last frame. */
  view: View
  /** Wall-clock seconds of the whole run of this variant, measurements included. */
  seconds: number
  /** Of these, what measuring took. */
  measureSeconds: number
}

export async function runExperiment<S extends Setup, View>(
  experiment: Experiment<S, View>,
  options: RunOptions<S> = {},
): Promise<Record<VariantOf<S>, VariantResult<MetricOf<S>, View>>> {
  const { setup } = experiment
  const config = { ...defaults(setup.config), ...options.config } as ConfigOf<S>
  const { seeds = [0, 1, 2, 3, 4], backend = claimed } = options
  const variants = options.variants ?? (Object.keys(setup.variants) as VariantOf<S>[])
  const steps = options.steps ?? setup.steps(config)
  const every = options.measureEvery ?? setup.measureEvery(config)
  const names = Object.keys(setup.metrics) as MetricOf<S>[]
  noteRun(seeds)
  await engine.use(backend)

  const results = {} as Record<VariantOf<S>, VariantResult<MetricOf<S>, View>>
  for (const variant of variants) {
    const metrics = Object.fromEntries(names.map((name) => [name, [] as number[][]])) as Record<
      MetricOf<S>,
      number[][]
    >
    const result = { steps: [] as number[], epochs: [] as number[], metrics }
    let view: View | undefined
    let measureSeconds = 0
    const started = performance.now()
    for await (const frame of experiment.train({ config, variant, seeds })) {
      const last = frame.step >= steps
      if (last || frame.step % every === 0) {
        const asked = performance.now()
        const measured = await frame.measure()
        measureSeconds += (performance.now() - asked) / 1000
        result.steps.push(frame.step)
        result.epochs.push(frame.epoch)
        for (const name of names) metrics[name].push(Array.from(measured[name]))
      }
      if (last) view = await frame.view()
      if (last) break
    }
    if (view === undefined) throw new Error(`${variant} ended before step ${steps}`)
    const seconds = (performance.now() - started) / 1000
    results[variant] = { ...result, view, seconds, measureSeconds }
  }
  return results
}

/** The last measurement of a metric, one number per seed. */
export const final = (measurements: readonly (readonly number[])[]): readonly number[] =>
  measurements.at(-1) ?? []

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** "mean ± sample standard deviation (least to greatest)" for a report. */
export function summary(values: readonly number[], digits = 3): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  const print = (value: number) => value.toPrecision(digits)
  return `${print(mean)} ± ${print(sd)} (${print(Math.min(...values))} to ${print(Math.max(...values))})`
}
