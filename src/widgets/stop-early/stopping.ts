/** Early stopping as Keras does it, told from a run's history: it is not done, so that one sees what it would have spared. No DOM. */
import type { Run } from '../../lab/runState.ts'

export interface Stop {
  /** Place of the measurement after which the validation loss was least before the stop: these weights are kept. */
  kept: number
  /** Place of the measurement after which training stops; null where it went on to the end. */
  stopped: number | null
}

/**
 * Training stops once the validation loss was not less than its least for `patience` epochs in a row.
 * @param losses after each epoch, the start first. @returns null where there are none.
 */
export function stopOf(losses: ArrayLike<number>, patience: number): Stop | null {
  if (losses.length === 0) return null
  let kept = 0
  for (let i = 1; i < losses.length; i++) {
    if (losses[i]! < losses[kept]!) kept = i
    else if (i - kept >= patience) return { kept, stopped: i }
  }
  return { kept, stopped: null }
}

export interface Kept extends Stop {
  seed: number
  /** On the clock. */
  keptEpoch: number
  stoppedEpoch: number | null
}

/** What each seed would keep, as far as the run has come at the epoch line. */
export function keptBy(run: Run, variant: string): Kept[] {
  const { seeds, now, config } = run.getState()
  const until = run.history.indexAt(variant, now.step) + 1
  const epochs = run.history.epochs(variant)
  return seeds.flatMap((seed) => {
    const losses = Array.from(run.history.values(variant, 'validationLoss', seed)).slice(0, until)
    const stop = stopOf(losses, Number(config['patience']))
    if (!stop || losses.some(Number.isNaN)) return []
    const { kept, stopped } = stop
    const stoppedEpoch = stopped === null ? null : (epochs[stopped] ?? 0)
    return [{ seed, ...stop, keptEpoch: epochs[kept] ?? 0, stoppedEpoch }]
  })
}

export interface Pair {
  kept: number
  now: number
}

/** A metric of each seed's network: of the one that is kept, and of the one at the epoch line. */
export function pairs(run: Run, variant: string, metric: string): Pair[] {
  const last = run.history.indexAt(variant, run.getState().now.step)
  return keptBy(run, variant).flatMap(({ seed, kept }) => {
    const values = run.history.values(variant, metric, seed)
    const pair = { kept: values[kept] ?? Number.NaN, now: values[last] ?? Number.NaN }
    return Number.isNaN(pair.kept + pair.now) ? [] : [pair]
  })
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
