/** The loss of each network at the epoch line, against its learning rate. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { highAt, lowAt, medianAt } from '../../ui/figure/facts.ts'
import { formatNumber } from '../../ui/format.ts'
import { ceiling } from './config.ts'
import { rates, type Rate } from './rates.ts'

export interface Point {
  rate: Rate
  /** Over the seeds. */
  median: number
  low: number
  high: number
}

/** One point for each learning rate; empty before the first measurement. */
export const curveOf = (run: Run, variant: string): Point[] =>
  rates.flatMap((rate) => {
    const [median, low, high] = [medianAt, lowAt, highAt].map((at) => at(run, variant, `loss${rate}`))
    return median === undefined ? [] : [{ rate, median, low: low ?? median, high: high ?? median }]
  })

/** "0.33", or "10 or more" where the metric stops counting. */
export const lossWords = (loss: number): string =>
  loss >= ceiling ? `${ceiling} or more` : formatNumber(loss)

/** "none: 0.33 at 0.02, 10 or more at 2". */
export const curveWords = (label: string, curve: readonly Point[]): string =>
  `${label}: ${curve.map(({ rate, median }) => `${lossWords(median)} at ${rate}`).join(', ')}`
