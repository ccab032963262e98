/** What readouts, answers, tables and exercises ask of a run: values at a moment, and when something first held. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { formatClock, formatPercent } from '../format.ts'

/** The moment as an object of the run's state. */
type Moment = 'now' | 'reach'

const indexOf = (run: Run, variant: string, moment: Moment) =>
  run.history.indexAt(variant, run.getState()[moment].step)

const entry = (values: ArrayLike<number>, index: number) => (index < 0 ? undefined : values[index])

/** Median over the seeds that have not diverged at the epoch line (`now`) or where training stands (`reach`); undefined before the first measurement, NaN once all diverged. */
export const medianAt = (run: Run, variant: string, metric: string, moment: Moment = 'now') =>
  entry(run.history.median(variant, metric), indexOf(run, variant, moment))

export const lowAt = (run: Run, variant: string, metric: string, moment: Moment = 'now') =>
  entry(run.history.low(variant, metric), indexOf(run, variant, moment))

export const highAt = (run: Run, variant: string, metric: string, moment: Moment = 'now') =>
  entry(run.history.high(variant, metric), indexOf(run, variant, moment))

export interface Goal {
  atLeast?: number
  atMost?: number
}

export const meets = (value: number | undefined, { atLeast = -Infinity, atMost = Infinity }: Goal): boolean =>
  value !== undefined && value >= atLeast && value <= atMost

/** The first position on the clock, up to the epoch line, at which the median meets the goal; null if none. */
export function firstEpoch(run: Run, variant: string, metric: string, goal: Goal): number | null {
  const median = run.history.median(variant, metric)
  const epochs = run.history.epochs(variant)
  const last = indexOf(run, variant, 'now')
  for (let i = 0; i <= last; i++) if (meets(median[i], goal)) return epochs[i] ?? null
  return null
}

/** How many seeds of a variant meet the goal at the epoch line. Diverged seeds do not. */
export function seedsThat(run: Run, variant: string, metric: string, goal: Goal): number {
  const index = indexOf(run, variant, 'now')
  const { seeds } = run.getState()
  return seeds.filter((seed) => meets(entry(run.history.values(variant, metric, seed), index), goal)).length
}

/** Where on the clock a step lies: the last measurement of the variant at or before it; 0 if there is none. */
export const epochOfStep = (run: Run, variant: string, step: number): number =>
  entry(run.history.epochs(variant), run.history.indexAt(variant, step)) ?? 0

/** The variant whose median met the goal first; null while none has. Ties go to the one listed first. */
export function firstVariant(run: Run, metric: string, goal: Goal): string | null {
  let best: string | null = null
  let when = Infinity
  for (const variant of run.getState().variants) {
    const epoch = firstEpoch(run, variant, metric, goal)
    if (epoch !== null && epoch < when) [best, when] = [variant, epoch]
  }
  return best
}

/** Has the run ended, and is its end shown, so that "never" can be said? */
export function isOver(run: Run): boolean {
  const { status, now, reach } = run.getState()
  return status === 'done' && now.step >= reach.step
}

/** A variant as the figure calls it. */
export const labelOf = (run: Run, variant: string): string => run.setup.variants[variant]?.label ?? variant

/** A position on the run's clock, or a length on it, as readouts say it: whole on long axes, one decimal on short ones. */
export function clockText(run: Run, position: number): string {
  const { start, end } = run.setup.clock(run.getState().config)
  return formatClock(position, end - start)
}

/** A share of 1 at the epoch line, as readouts say it: "91%", or "diverged" once all seeds have. */
export function shareText(run: Run, variant: string, metric: string): string {
  const share = medianAt(run, variant, metric) ?? 0
  return Number.isNaN(share) ? 'diverged' : formatPercent(share)
}
