/** What a run of this figure says, from its history alone. No DOM. */
import type { Run } from '../../lab/runState.ts'

/** Values of all seeds at the last measurement; null where one is missing or no number. */
function lastOf(run: Run, variant: string, metric: string): number[] | null {
  const index = run.history.indexAt(variant, run.getState().reach.step)
  const values = run
    .getState()
    .seeds.map((seed) => run.history.values(variant, metric, seed)[index] ?? Number.NaN)
  return values.length > 0 && values.every((value) => !Number.isNaN(value)) ? values : null
}

/**
 * Where dropout ends, against the same network without it, seed by seed: `lower` or `higher` if all seeds say so,
 * `alike` if they do not agree. Null while one of the two has no value.
 */
export function compared(run: Run, metric: string): 'lower' | 'higher' | 'alike' | null {
  const [none, dropout] = ['none', 'dropout'].map((variant) => lastOf(run, variant, metric))
  if (!none || !dropout) return null
  const differences = dropout.map((value, i) => value - none[i]!)
  if (differences.every((difference) => difference < 0)) return 'lower'
  return differences.every((difference) => difference > 0) ? 'higher' : 'alike'
}

/** The place on the clock where the median of a metric was least so far, and what it was; null before the first measurement. */
export function leastSoFar(
  run: Run,
  variant: string,
  metric: string,
): { epoch: number; value: number } | null {
  const values = run.history.median(variant, metric)
  const epochs = run.history.epochs(variant)
  const last = run.history.indexAt(variant, run.getState().now.step)
  let least: { epoch: number; value: number } | null = null
  for (let i = 0; i <= last; i++) {
    const value = values[i]
    if (value !== undefined && value < (least?.value ?? Infinity)) least = { epoch: epochs[i] ?? 0, value }
  }
  return least
}
