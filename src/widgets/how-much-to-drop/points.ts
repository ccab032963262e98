/** What each network has reached at the epoch line, against its rate. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { formatPercent } from '../../ui/format.ts'
import { labelOf, medianAt } from '../../ui/figure/facts.ts'
import { rates } from './rates.ts'

export interface Point {
  variant: string
  rate: number
  /** Test error over the seeds. */
  median: number
  /** That of each seed. */
  seeds: readonly number[]
  /** Median training error. */
  training: number
}

/** One point for each variant that is shown; none before the first measurement. */
export function pointsOf(run: Run): Point[] {
  const { now, seeds, variants } = run.getState()
  return variants.flatMap((variant) => {
    const [median, training] = ['testError', 'trainError'].map((metric) => medianAt(run, variant, metric))
    const rate = (rates as Readonly<Record<string, number>>)[variant]
    if (median === undefined || training === undefined || rate === undefined || Number.isNaN(median))
      return []
    const index = run.history.indexAt(variant, now.step)
    const each = seeds.map((seed) => run.history.values(variant, 'testError', seed)[index] ?? Number.NaN)
    return [{ variant, rate, median, training, seeds: each.filter(Number.isFinite) }]
  })
}

/** The variants whose median error lies more than `margin` above the least of all. */
export function behind(points: readonly Point[], margin: number): string[] {
  const best = Math.min(...points.map(({ median }) => median))
  return points.filter(({ median }) => median > best + margin).map(({ variant }) => variant)
}

/** "rate 0.2: 20% of the test images wrong (18% to 22%), 0% of the training images". */
export const pointWords = (run: Run, { variant, median, seeds, training }: Point): string =>
  `${labelOf(run, variant)}: ${formatPercent(median)} of the test images wrong (${formatPercent(
    Math.min(...seeds),
  )} to ${formatPercent(Math.max(...seeds))}), ${formatPercent(training)} of the training images`
