/** The fixed axes of a plot, derived from the setup before Run. No DOM. */
import type { Clock, Metric, Setup } from '../../lab/setup.ts'
import { divisor, linearTicks, logTicks, roundUp, widen, type Domain, type Scale } from './ticks.ts'

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

/** px that a tick needs for itself. */
const tickRoom = 30

/**
 * Ascending ticks with both ends of the clock among them; others give way to the ends.
 * `whole`: the clock counts in whole things, one a step; there is no layer 2.5. Long clocks are whole anyway.
 */
export function clockTicks({ start, end }: Clock, width: number, whole = false): number[] {
  const [low, high] = [Math.min(start, end), Math.max(start, end)]
  const span = high - low
  const most = Math.max(2, Math.floor(width / 72))
  if (span < 4 && !whole) return linearTicks(start, end, most)
  const least = (0.75 * span) / most
  const even = divisor(span, least)
  const step = even ?? roundUp(Math.max(1, least))
  const first = even === undefined ? Math.ceil(low / step) * step : low
  const inner = Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step)
  const near = (a: number, b: number) => (Math.abs(a - b) / span) * width < tickRoom
  return [low, ...inner.filter((tick) => !near(tick, low) && !near(tick, high)), high]
}

/** The clock's label, without what stands in brackets where `width` px are too few for all of it. */
export const axisWords = ({ label }: Pick<Clock, 'label'>, width: number): string =>
  label.length * 6.2 <= width ? label : label.replace(/ \(.*\)$/, '')

/** "loss, log scale": the axis says what it is. */
export const axisName = ({ label }: Metric, { scale }: Axis): string =>
  scale === 'log' ? `${label}, log scale` : label
