/** What a run measured, as one JSON object or as a table. */
import type { RecordedVariant, Recording } from '../lab/recording.ts'
import type { Setup } from '../lab/setup.ts'
import { mean, standardDeviation } from './statistics.ts'

/** JSON has no NaN and no infinity: a number that was lost is null. */
const plain = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null))

const ofVariant = (variant: RecordedVariant) => ({
  metrics: Object.fromEntries(
    Object.entries(variant.metrics).map(([metric, rows]) => [
      metric,
      {
        last: plain(rows.at(-1) ?? []),
        history: rows.map((row, i) => ({ step: variant.steps[i]!, values: plain(row) })),
      },
    ]),
  ),
  diverged: variant.diverged,
})

/**
 * `{ widget, config, backend, steps, seeds, variants: { <name>: { metrics: { <metric>: { last, history } }, diverged } } }`.
 * `last` and `values` hold one number per seed, null for a seed that has diverged by then.
 */
export function toJson({ widget, config, backend, steps, seeds, variants }: Recording): string {
  const entries = Object.entries(variants).map(([name, variant]) => [name, ofVariant(variant)])
  return JSON.stringify({ widget, config, backend, steps, seeds, variants: Object.fromEntries(entries) })
}

/** Four significant digits, so that two runs can be compared. */
const number = (value: number): string => {
  if (!Number.isFinite(value)) return '-'
  const size = Math.abs(value)
  return value !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(3) : String(+value.toPrecision(4))
}

function cells(rows: readonly (readonly number[])[]): string[] {
  const values = (rows.at(-1) ?? []).filter(Number.isFinite)
  const ends = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [Number.NaN, Number.NaN]
  return [mean(values), standardDeviation(values), ...ends].map(number)
}

const stops = ({ diverged }: RecordedVariant, seeds: readonly number[]): string =>
  seeds
    .flatMap((seed, i) =>
      diverged[i] === null || diverged[i] === undefined ? [] : `seed ${seed} at step ${diverged[i]}`,
    )
    .join(', ')

/** Columns as wide as their longest cell; the first `left` are words, the others numbers. */
export function align(rows: readonly (readonly string[])[], left: number): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < left ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const changed = ({ config }: Recording, setup: Setup): string =>
  Object.entries(config)
    .filter(([name, value]) => setup.config[name]?.default !== value)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ') || 'as published'

/** The values at the end of every variant over the seeds: mean, sample standard deviation, least and greatest. */
export function toTable(recording: Recording, setup: Setup): string {
  const { widget, backend, steps, seeds, variants } = recording
  const head = `${widget}: ${changed(recording, setup)}; ${steps} steps, seeds ${seeds.join(', ')}, ${backend}`
  const rows = Object.entries(variants).flatMap(([name, variant]) =>
    Object.entries(variant.metrics).map(([metric, values], i) => [i ? '' : name, metric, ...cells(values)]),
  )
  const lost = Object.entries(variants).flatMap(([name, variant]) => {
    const where = stops(variant, seeds)
    return where ? [`${name} diverged: ${where}`] : []
  })
  const table = align([['variant', 'metric', 'mean', 'sd', 'min', 'max'], ...rows], 2)
  return [head, '', table, ...(lost.length > 0 ? ['', ...lost] : [])].join('\n')
}
