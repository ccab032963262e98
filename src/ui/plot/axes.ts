/** The fixed axes of a plot, derived from the setup before Run. No DOM. */
import type { Clock, Metric, Setup } from '../../lab/setup.ts'
import { linearTicks, logTicks, widen, type Domain, type Scale } from './ticks.ts'

export interface Axis {
  domain: Domain
  scale: Scale
}

export function metricOf(setup: Setup, metric: string): Metric {
  const found = setup.metrics[metric]
  if (!found)
    throw new Error(
      `Expected one of the metrics ${Object.keys(setup.metrics).join(', ')}, found “${metric}”.`,
    )
  return found
}

/** A log metric on a linear axis starts at zero and ends at 1, or where the axis ends if that is below. */
export function axisOf({ scale, domain }: Metric, linear: boolean): Axis {
  if (scale === 'log' && linear) return { scale: 'linear', domain: [0, Math.min(1, domain[1])] }
  return { scale, domain }
}

/** The axis wide enough for these values, with `spare` steps more; the same object if it already is. */
export function fit(axis: Axis, least: number, most: number, spare: number): Axis {
  const domain = widen(axis.domain, axis.scale, least, most, spare)
  return domain === axis.domain ? axis : { ...axis, domain }
}

export function valueTicks({ ticks }: Metric, { domain, scale }: Axis, height: number): number[] {
  const most = Math.max(2, Math.floor(height / (scale === 'log' ? 20 : 34)))
  const own = ticks?.filter((tick) => tick >= domain[0] && tick <= domain[1]) ?? []
  if (own.length > 1 && own.length <= 2 * most) return [...own]
  return scale === 'log' ? logTicks(domain, most) : linearTicks(...domain, most)
}

/** Whole numbers wherever the clock counts in them: there is no layer 2.5. */
export function clockTicks({ start, end }: Clock, width: number): number[] {
  const most = Math.max(2, Math.floor(width / 72))
  const span = Math.abs(end - start)
  if (span < 4) return linearTicks(start, end, most)
  const step = [1, 2, 5].find((one) => one >= (0.75 * span) / most)
  if (step === undefined) return linearTicks(start, end, most)
  const first = Math.ceil(Math.min(start, end) / step) * step
  return Array.from(
    { length: Math.floor((Math.max(start, end) - first) / step) + 1 },
    (_, i) => first + i * step,
  )
}

/** "loss, log scale": the axis says what it is. */
export const axisName = ({ label }: Metric, { scale }: Axis): string =>
  scale === 'log' ? `${label}, log scale` : label
