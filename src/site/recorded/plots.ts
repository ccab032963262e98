/** The time plots of a recording as numbers: where each line, band, label and tick goes. No DOM, no React. */
import type { Recording } from '../../lab/recording.ts'
import type { History } from '../../lab/runState.ts'
import type { Clock, Metric, Setup } from '../../lab/setup.ts'
import { variantStyles, type VariantStyle } from '../../ui/figure/variantStyle.ts'
import { formatTick, formatValue } from '../../ui/format.ts'
import { historyOf } from './history.ts'
import { axisName, axisOf, axisWords, clockTicks, fit, valueTicks, type Axis } from '../../ui/plot/axes.ts'
import { labelMargin, widestValues } from '../../ui/plot/labels.ts'
import { spread } from '../../ui/plot/spread.ts'
import { BandTrace, LineTrace } from '../../ui/plot/trace.ts'
import { thinPath } from '../../ui/plot/thin.ts'

export const width = 600
const left = 48
/** px: the plot of the first metric and of each other; its name above it; between two; the clock's axis below the last. */
const [tall, short, head, gap, foot] = [200, 96, 22, 18, 40]
const labelGap = 15
/** px of the picture. A line is 2 px wide. */
const tolerance = 0.3

export interface Tick {
  at: number
  text: string
}

export interface Line {
  style: VariantStyle
  band: string
  line: string
  /** Where it ends; `lost` when every seed had diverged. */
  end: { x: number; y: number; lost: boolean }
  /** Where its text starts: in the right margin, or beside the place where a line was lost. */
  label: { x: number; y: number; value: string }
}

export interface Plot {
  name: string
  top: number
  height: number
  ticks: Tick[]
  lines: Line[]
}

export interface Plots {
  height: number
  left: number
  right: number
  plots: Plot[]
  clock: { y: number; ticks: Tick[]; words: string }
}

/** As a live plot widens its axis: one that diverges leaves it at the top instead of pressing the others flat. */
function axisFor(history: History, variants: readonly string[], metric: string, description: Metric): Axis {
  const own = axisOf(description, false)
  let [least, most] = [Infinity, -Infinity]
  for (const variant of variants) {
    for (const value of Array.from(history.low(variant, metric))) if (value < least) least = value
    for (const value of Array.from(history.high(variant, metric))) if (value > most) most = value
  }
  const limit = own.scale === 'log' ? own.domain[1] * 1000 : Infinity
  return fit(own, least, Math.min(most, limit), 0)
}

const scaleOf = ({ scale, domain: [low, high] }: Axis, top: number, height: number) => {
  const place = (value: number) =>
    scale === 'log' ? Math.log10(value / low) / Math.log10(high / low) : (value - low) / (high - low)
  return (value: number) => {
    const inside = Math.max(low, Math.min(high, Number.isNaN(value) ? low : value))
    return top + height * (1 - place(inside))
  }
}

/** The last measurement with a median; -1 if there is none. */
const lastOf = (median: ArrayLike<number>): number =>
  Array.from(median).findLastIndex((value) => Number.isFinite(value))

export function plotsOf(recording: Recording, setup: Setup): Plots {
  const history = historyOf(recording)
  const styles = [...variantStyles(setup).values()]
  const ids = styles.map(({ id }) => id)
  const clock: Clock = setup.clock(recording.config as never)
  const values = Object.values(setup.metrics).flatMap(widestValues)
  const right =
    width -
    labelMargin(
      styles.map(({ label }) => label),
      values,
      width,
    )
  const x = (epoch: number) => left + ((epoch - clock.start) / (clock.end - clock.start)) * (right - left)
  const perColumn = Math.max(1, Math.ceil(Math.max(...ids.map((id) => history.length(id))) / (right - left)))
  let bottom = 0
  const plots = Object.entries(setup.metrics).map(([metric, description], i): Plot => {
    const height = i === 0 ? tall : short
    const top = bottom + head
    bottom = top + height + gap
    const axis = axisFor(history, ids, metric, description)
    const y = scaleOf(axis, top, height)
    const geometry = { x, y, perColumn }
    const lines = styles.map((style): Line => {
      const [epochs, median] = [history.epochs(style.id), history.median(style.id, metric)]
      const [low, high] = [history.low(style.id, metric), history.high(style.id, metric)]
      const end = lastOf(median)
      const lost = recording.variants[style.id]!.diverged.every((step) => step !== null)
      const last = epochs.length - 1
      const at = { x: x(epochs[lost ? last : end] ?? clock.start), y: y(median[end] ?? Number.NaN), lost }
      return {
        style,
        band: thinPath(new BandTrace(geometry).path(epochs, low, high, 0, last), tolerance),
        line: thinPath(new LineTrace(geometry).path(epochs, median, 0, last), tolerance),
        end: at,
        label: {
          x: lost ? at.x + 12 : right + 12,
          y: lost && at.y > top + height - 14 ? at.y - 8 : at.y + 4,
          value: lost ? 'NaN' : formatValue(median[end]!, description.format),
        },
      }
    })
    const ending = lines.filter((line) => !line.end.lost)
    const places = spread(
      ending.map(({ label }) => label.y),
      labelGap,
      top + 8,
      top + height + 4,
    )
    return {
      name: axisName(description, axis),
      top,
      height,
      ticks: valueTicks(description, axis, height).map((value) => ({
        at: y(value),
        text: formatTick(value, description.format),
      })),
      lines: lines.map((line) => ({
        ...line,
        label: { ...line.label, y: places[ending.indexOf(line)] ?? line.label.y },
      })),
    }
  })
  const steps = setup.steps(recording.config as never)
  const whole = steps === Math.abs(clock.end - clock.start)
  return {
    height: bottom - gap + foot,
    left,
    right,
    plots,
    clock: {
      y: bottom - gap,
      ticks: clockTicks(clock, right - left, whole).map((at) => ({ at: x(at), text: formatTick(at) })),
      words: axisWords(clock, right - left),
    },
  }
}

/** "Recorded run of 5 seeds to epoch 60. Training loss at the end: linear 0.68; tanh 0.022; ReLU 0.031. ..." */
export function wordsOf(recording: Recording, setup: Setup, { plots }: Plots): string {
  const { name, end } = setup.clock(recording.config as never)
  const metrics = Object.values(setup.metrics).map(({ label }, i) => {
    const values = plots[i]!.lines.map((line) => `${line.style.label} ${line.label.value}`)
    return `${label.charAt(0).toUpperCase()}${label.slice(1)} at the end: ${values.join('; ')}.`
  })
  return `Recorded run of ${recording.seeds.length} seeds to ${name} ${formatTick(end)}, medians. ${metrics.join(' ')}`
}
