/**
 * The lines of a plot: bands, medians or seeds, end markers, direct labels, the epoch line. It owns one <g> and writes
 * its attributes itself, because React or Recharts would take longer than a repaint may. Client only.
 */
import type { History, Run, RunState } from '../../lab/runState.ts'
import type { Clock, Metric } from '../../lab/setup.ts'
import type { VariantStyle } from '../figure/variantStyle.ts'
import { flagWords } from '../figure/moment.ts'
import { formatValue } from '../format.ts'
import { covers, labelLayout, labelWidth, spill, type Box } from './labels.ts'
import { MarksPainter } from './MarksPainter.ts'
import { spread } from './spread.ts'
import { paintStops, type Stop } from './stops.ts'
import { set, show, svg, write } from './svg.ts'
import { LineTrace, type Geometry } from './trace.ts'
import { placeValue, VariantParts } from './VariantParts.ts'

/** Fewer seeds than this are drawn as lines of their own: a band needs a middle. */
const bandFrom = 3

/** Numbers change at most 4 times a second. */
const numbersEvery = 250

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export interface PlotSpec {
  metric: string
  description: Metric
  clock: Clock
  area: Area
  x: (epoch: number) => number
  /** Clamped to the plot area. */
  y: (value: number) => number
  /** How many measurements a whole run makes. */
  measurements: number
  /** Of the whole picture, px: no label goes beyond it. */
  width: number
  /** The longest that the values of its labels can get. */
  widest: readonly string[]
  /** With the flag on the epoch line and room for its handle below. */
  flag: boolean
  /** Where the name of a threshold stands, px; no label is written over it. */
  named: Box | undefined
}

interface Label {
  parts: VariantParts
  x: number
  y: number
  value: number
}

export class StreamPainter {
  readonly #spec: PlotSpec
  readonly #variants: VariantParts[]
  readonly #clockLine: SVGLineElement
  readonly #flag: SVGGElement
  readonly #flagText: SVGTextElement
  readonly #flagBox: SVGRectElement
  readonly #marks: MarksPainter
  readonly #geometry: Geometry
  #step = -1
  #ghost: History | null = null
  #settings: unknown
  #numbersAt = -Infinity

  constructor(root: SVGGElement, spec: PlotSpec, styles: readonly VariantStyle[]) {
    this.#spec = spec
    root.replaceChildren()
    const layers = {
      bands: svg('g', 'bands', root),
      lines: svg('g', 'lines', root),
      marks: svg('g', 'marks', root),
      clock: svg('g', 'clock', root),
      labels: svg('g', 'labels', root),
    }
    const { x, y, area } = spec
    const perColumn = Math.max(1, Math.ceil(spec.measurements / Math.max(1, area.width)))
    this.#geometry = { x, y, perColumn }
    this.#variants = styles.map((style) => new VariantParts(style, layers, this.#geometry))
    this.#marks = new MarksPainter(layers.marks, spec)
    this.#clockLine = svg('line', 'epoch-line', layers.clock)
    set(this.#clockLine, 'y1', spec.flag ? area.y - 8 : area.y)
    set(this.#clockLine, 'y2', area.y + area.height)
    this.#flag = svg('g', 'flag', layers.clock)
    this.#flagBox = svg('rect', 'flag-box', this.#flag)
    set(this.#flagBox, 'y', area.y - 28)
    set(this.#flagBox, 'height', 20)
    set(this.#flagBox, 'rx', 3)
    this.#flagText = svg('text', 'flag-text', this.#flag)
    set(this.#flagText, 'y', area.y - 14)
    show(this.#flag, spec.flag)
  }

  /** Draws the run at its epoch line, and beside it what it was before the fork. `idle` shows bare axes. */
  paint(run: Run, ghost: History | null) {
    const state = run.getState()
    const settings = state.initialConfig
    if (settings !== this.#settings || state.reach.step < this.#step || ghost !== this.#ghost)
      for (const parts of this.#variants) {
        parts.clear()
        set(parts.before, 'd', this.#before(parts.style.id, ghost, state))
      }
    this.#settings = settings
    this.#ghost = ghost
    this.#step = state.reach.step
    const started = state.reach.step > 0
    const time = performance.now()
    const numbers = state.status !== 'running' || time - this.#numbersAt >= numbersEvery
    if (numbers) this.#numbersAt = time
    const labels: Label[] = []
    const stops: Stop[] = []
    for (const parts of this.#variants) this.#paintVariant(parts, run.history, state, started, labels, stops)
    const flag = this.#paintClock(state, started)
    this.#marks.paint(state, run.setup, ghost !== null, flag)
    const taken = this.#paintLabels(labels, state, started, numbers)
    paintStops(stops, taken, this.#spec.area.y)
  }

  /** The `d` of a variant's ghost from the fork on. It never changes, so nothing of it is kept. */
  #before(variant: string, ghost: History | null, { forkedAt, seeds }: RunState): string {
    if (!ghost || !forkedAt) return ''
    const { metric } = this.#spec
    const epochs = ghost.epochs(variant)
    const from = Math.max(0, ghost.indexAt(variant, forkedAt.step))
    const lines =
      seeds.length < bandFrom
        ? seeds.map((seed) => ghost.values(variant, metric, seed))
        : [ghost.median(variant, metric)]
    return lines
      .map((values) => new LineTrace(this.#geometry).path(epochs, values, from, epochs.length - 1))
      .join('')
  }

  #paintVariant(
    parts: VariantParts,
    history: History,
    state: RunState,
    started: boolean,
    labels: Label[],
    stopsHere: Stop[],
  ) {
    const { metric, x, y } = this.#spec
    const variant = parts.style.id
    const epochs = history.epochs(variant)
    const last = epochs.length - 1
    const now = history.indexAt(variant, state.now.step)
    const median = history.median(variant, metric)
    const scrubbed = now < last
    const seeds = state.seeds.length < bandFrom ? state.seeds : null
    const line = (from: number, to: number) =>
      from > to || from < 0
        ? ''
        : seeds
          ? seeds
              .map((seed) => parts.trace(seed).path(epochs, history.values(variant, metric, seed), from, to))
              .join('')
          : parts.trace('median').path(epochs, median, from, to)
    const band = (from: number, to: number) =>
      seeds || from > to || from < 0
        ? ''
        : parts.bandTrace.path(epochs, history.low(variant, metric), history.high(variant, metric), from, to)
    set(parts.line, 'd', started ? line(0, now) : '')
    set(parts.band, 'd', started ? band(0, now) : '')
    set(parts.ghost, 'd', scrubbed ? line(Math.max(0, now), last) : '')
    set(parts.bandGhost, 'd', scrubbed ? band(Math.max(0, now), last) : '')

    const stops = state.diverged[variant] ?? []
    const stopped = stops.length > 0 && stops.every((step) => step !== null && step <= state.now.step)
    let end = now
    while (end > 0 && !Number.isFinite(median[end] ?? Number.NaN)) end--
    const value = median[end] ?? Number.NaN
    const shown = started && now >= 0 && Number.isFinite(value)
    show(parts.mark, shown && !stopped)
    show(parts.cross, started && stopped)
    if (!started || !stopped || !this.#spec.flag) show(parts.nan, false)
    show(parts.label, shown && !stopped)
    const px = x(epochs[Math.max(0, end)] ?? 0)
    const py = y(Number.isFinite(value) ? value : Infinity)
    if (started && stopped) {
      // The cross stands where the numbers were lost, at the height of the last one.
      const lost = x(epochs[Math.min(last, Math.max(0, end) + 1)] ?? 0)
      set(parts.cross, 'transform', `translate(${lost} ${py})`)
      const low = py > this.#spec.area.y + this.#spec.area.height - 14
      if (this.#spec.flag) stopsHere.push({ text: parts.nan, x: lost + 13, y: py + (low ? -9 : 5) })
    } else if (shown) {
      set(parts.mark, 'transform', `translate(${px} ${py})`)
      labels.push({ parts, x: px, y: py, value })
    }
  }

  /** Returns the px between which its flag stands. */
  #paintClock(state: RunState, started: boolean): readonly [number, number] {
    const { x, clock, area, flag } = this.#spec
    show(this.#clockLine, started)
    if (flag) show(this.#flag, started)
    if (!started) return [0, 0]
    const at = x(state.now.epoch)
    set(this.#clockLine, 'x1', at)
    set(this.#clockLine, 'x2', at)
    if (!flag) return [0, 0]
    const text = flagWords(clock, state.now, state.status === 'running')
    const width = text.length * 6.7 + 12
    const left = Math.max(0, Math.min(at - width / 2, area.x + area.width + 50 - width))
    set(this.#flagBox, 'x', left)
    set(this.#flagBox, 'width', width)
    set(this.#flagText, 'x', left + width / 2)
    write(this.#flagText, text)
    return [left, left + width]
  }

  /** Returns where the labels begin, and the px from top to bottom that each takes. */
  #paintLabels(labels: readonly Label[], { now, reach }: RunState, started: boolean, numbers: boolean) {
    for (const { parts, value } of labels) {
      const text = formatValue(value, this.#spec.description.format)
      if (numbers || !parts.value.firstChild) write(parts.value, text)
    }
    const shown = new Set(labels.map(({ parts }) => parts))
    for (const parts of this.#variants)
      if (!started || !shown.has(parts)) {
        show(parts.leader, false)
        show(parts.key, false)
      }
    if (!started) return { left: Infinity, rows: [] }
    const { area, x, width, widest, flag, named } = this.#spec
    const margin = area.x + area.width + labelGap
    const names = labels.map(({ parts }) => parts.style.label)
    const { form, scale, gap } = labelLayout(names, widest, area.height, width + spill(width) - margin)
    const stacked = form === 'stacked'
    const placed = spread(
      labels.map((label) => label.y + (stacked ? 0 : 4)),
      gap,
      area.y + (stacked ? (flag ? 6 : 2) : 8),
      // The value below a name stays clear of the clock's numbers.
      area.y + area.height - (stacked ? (flag ? 18 : 10) : -4),
    )
    const rows = placed.map((y) => [y - 16, y + (stacked ? 18 : 4)] as const)
    // Beside the epoch line while it leads; in the right margin when it does not, or when there is no room.
    const beside = now.step >= reach.step ? Math.min(margin, x(now.epoch) + labelGap + 4) : margin
    const free =
      !named || !covers({ left: beside, right: beside + labelWidth(form, names, widest) }, rows, named)
    const left = free ? beside : margin
    labels.forEach((label, i) => {
      const { parts } = label
      const y = placed[i] ?? 0
      // Without its name a label starts with its marker.
      const indent = form === 'value' ? 12 : 0
      set(parts.label, 'transform', `translate(${left + indent} ${y})`)
      set(parts.label, 'data-form', form)
      show(parts.name, form !== 'value')
      set(parts.name, 'font-size', `${Math.floor(100 * scale) / 100}em`)
      placeValue(parts.value, form)
      show(parts.key, form === 'value')
      if (form === 'value') set(parts.key, 'transform', `translate(${left + 5} ${y - 4})`)
      const middle = y - (stacked ? 0 : 4)
      // From a marker in the middle of the plot it would look like a line of data.
      const far = Math.abs(middle - label.y) > leaderFrom && left - label.x < leaderTo
      show(parts.leader, far)
      if (far) set(parts.leader, 'd', `M${label.x} ${label.y}L${left - 2} ${middle}`)
    })
    return { left, rows }
  }
}

/** px: from the plot area to the labels in its margin; how far a label moves before a line ties it to its marker, and how long such a line may be. */
const [labelGap, leaderFrom, leaderTo] = [10, 10, 40]
