/** The measurements of a run in typed arrays that only grow. Median, least and greatest are kept beside the values. */
import type { History } from './runState.ts'

/** Measurements of one variant in the order in which they were made. */
export interface Measurements {
  steps: ArrayLike<number>
  epochs: ArrayLike<number>
  /** [measurement][metric][seed], the metrics in the setup's order; NaN once a seed has diverged. */
  values: ArrayLike<number>
}

export interface HistoryStore extends History {
  /** Measurements of steps that are known already are left out: a replay brings nothing new. */
  append(variant: string, measurements: Measurements): void
  /** A history of what it holds up to `step`, which grows on its own. */
  until(step: number): HistoryStore
}

interface Column {
  push(value: number): void
  /** The same object until the next push; never changes afterwards. */
  all(): Float64Array
}

function createColumn(): Column {
  let buffer = new Float64Array(64)
  let length = 0
  let view = buffer.subarray(0, 0)
  return {
    push(value) {
      if (length === buffer.length) {
        const larger = new Float64Array(2 * length)
        larger.set(buffer)
        buffer = larger
      }
      buffer[length++] = value
    },
    all() {
      if (view.length !== length) view = buffer.subarray(0, length)
      return view
    },
  }
}

interface MetricColumns {
  seeds: Column[]
  median: Column
  low: Column
  high: Column
}

/** Median as the mean of the two in the middle when their number is even; NaN of none. */
function medianOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  const upper = sorted[half]!
  return sorted.length % 2 === 1 ? upper : (sorted[half - 1]! + upper) / 2
}

/** Index of the last of the ascending `values` that is at most `value`; -1 if there is none. */
export function lastAtMost(values: ArrayLike<number>, value: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** `values(variant, metric, seed)` takes the seed itself, one of `seeds`, not its place in the list. */
export function createHistory(shape: {
  variants: readonly string[]
  metrics: readonly string[]
  seeds: readonly number[]
}): HistoryStore {
  const tables = new Map(
    shape.variants.map((variant) => [
      variant,
      {
        steps: createColumn(),
        epochs: createColumn(),
        metrics: new Map(
          shape.metrics.map((metric): [string, MetricColumns] => [
            metric,
            {
              seeds: shape.seeds.map(createColumn),
              median: createColumn(),
              low: createColumn(),
              high: createColumn(),
            },
          ]),
        ),
      },
    ]),
  )
  const none = new Float64Array(0)
  const columns = (variant: string, metric: string) => tables.get(variant)?.metrics.get(metric)
  const steps = (variant: string) => tables.get(variant)?.steps.all() ?? none
  const epochs = (variant: string) => tables.get(variant)?.epochs.all() ?? none

  return {
    until(step) {
      const copy = createHistory(shape)
      for (const variant of shape.variants) {
        const length = lastAtMost(steps(variant), step) + 1
        const values = Array.from({ length }, (_, i) =>
          shape.metrics.flatMap((metric) => columns(variant, metric)!.seeds.map((seed) => seed.all()[i]!)),
        ).flat()
        copy.append(variant, {
          steps: steps(variant).slice(0, length),
          epochs: epochs(variant).slice(0, length),
          values,
        })
      }
      return copy
    },
    append(variant, measurements) {
      const table = tables.get(variant)
      if (!table) throw new Error(`The run has no variant "${variant}"; it has ${shape.variants.join(', ')}.`)
      const known = table.steps.all().at(-1) ?? -Infinity
      const width = shape.metrics.length * shape.seeds.length
      for (let i = 0; i < measurements.steps.length; i++) {
        if (measurements.steps[i]! <= known) continue
        let at = i * width
        table.steps.push(measurements.steps[i]!)
        table.epochs.push(measurements.epochs[i]!)
        for (const { seeds, median, low, high } of table.metrics.values()) {
          const alive: number[] = []
          for (const seed of seeds) {
            const value = measurements.values[at++]!
            seed.push(value)
            if (Number.isFinite(value)) alive.push(value)
          }
          alive.sort((a, b) => a - b)
          median.push(medianOf(alive))
          low.push(alive[0] ?? Number.NaN)
          high.push(alive.at(-1) ?? Number.NaN)
        }
      }
    },
    length: (variant) => steps(variant).length,
    steps,
    epochs,
    values: (variant, metric, seed) =>
      columns(variant, metric)?.seeds[shape.seeds.indexOf(seed)]?.all() ?? none,
    median: (variant, metric) => columns(variant, metric)?.median.all() ?? none,
    low: (variant, metric) => columns(variant, metric)?.low.all() ?? none,
    high: (variant, metric) => columns(variant, metric)?.high.all() ?? none,
    indexAt: (variant, step) => lastAtMost(steps(variant), step),
  }
}

/** A history that reads from the one that `current` gives, for those who keep it while the run behind it changes. */
export const historyOf = (current: () => History): History => ({
  length: (variant) => current().length(variant),
  epochs: (variant) => current().epochs(variant),
  steps: (variant) => current().steps(variant),
  values: (variant, metric, seed) => current().values(variant, metric, seed),
  median: (variant, metric) => current().median(variant, metric),
  low: (variant, metric) => current().low(variant, metric),
  high: (variant, metric) => current().high(variant, metric),
  indexAt: (variant, step) => current().indexAt(variant, step),
})
