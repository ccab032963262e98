/** The drawing of one variant in a plot. Client only. */
import { markerPath, type VariantStyle } from '../figure/variantStyle.ts'
import type { LabelForm } from './labels.ts'
import { set, show, svg } from './svg.ts'
import { BandTrace, LineTrace, type Geometry } from './trace.ts'

/** The elements of one variant and what has been drawn of it so far; StreamPainter says where they stand. */
export class VariantParts {
  readonly root: SVGGElement
  readonly band: SVGPathElement
  readonly bandGhost: SVGPathElement
  readonly ghost: SVGPathElement
  /** What became of the variant before the run was forked. */
  readonly before: SVGPathElement
  readonly line: SVGPathElement
  readonly mark: SVGPathElement
  readonly cross: SVGPathElement
  readonly nan: SVGTextElement
  readonly label: SVGTextElement
  readonly name: SVGTSpanElement
  readonly value: SVGTSpanElement
  /** From the marker to a label that had to give way; and the marker before a label without a name. */
  readonly leader: SVGPathElement
  readonly key: SVGPathElement
  bandTrace: BandTrace
  lineTraces: Map<number | 'median', LineTrace> = new Map()

  constructor(
    readonly style: VariantStyle,
    layers: { bands: Element; lines: Element; labels: Element },
    readonly geometry: Geometry,
  ) {
    const series = `s${style.series}`
    this.bandTrace = new BandTrace(geometry)
    const bands = svg('g', series, layers.bands)
    this.bandGhost = svg('path', 'band ghost', bands)
    this.band = svg('path', 'band', bands)
    this.root = svg('g', series, layers.lines)
    this.before = svg('path', 'line before', this.root)
    this.ghost = svg('path', 'line ghost', this.root)
    this.line = svg('path', 'line', this.root)
    const labels = svg('g', series, layers.labels)
    this.leader = svg('path', 'leader', labels)
    this.mark = svg('path', 'mark', labels)
    set(this.mark, 'd', markerPath(style.marker, 4))
    this.cross = svg('path', 'cross', labels)
    set(this.cross, 'd', 'M-7 -7L7 7M7 -7L-7 7')
    this.nan = svg('text', 'label name', labels)
    this.nan.textContent = `${style.label}: NaN`
    this.label = svg('text', 'label', labels)
    this.name = svg('tspan', 'name', this.label)
    this.name.textContent = style.label
    this.key = svg('path', 'mark', labels)
    set(this.key, 'd', markerPath(style.marker, 4))
    show(this.key, false)
    this.value = svg('tspan', 'value', this.label)
  }

  clear() {
    this.bandTrace = new BandTrace(this.geometry)
    this.lineTraces.clear()
  }

  trace(key: number | 'median'): LineTrace {
    let trace = this.lineTraces.get(key)
    if (!trace) this.lineTraces.set(key, (trace = new LineTrace(this.geometry)))
    return trace
  }
}

/** Under the name, beside it, or alone. */
export function placeValue(value: SVGTSpanElement, form: LabelForm) {
  if (form === 'stacked') {
    set(value, 'x', 0)
    set(value, 'dy', '1.16em')
    value.removeAttribute('dx')
  } else {
    value.removeAttribute('x')
    value.removeAttribute('dy')
    set(value, 'dx', form === 'line' ? 6 : 0)
  }
}
