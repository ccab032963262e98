/**
 * Lines and bands of a plot as SVG path text that only grows. Measurements are grouped into pixel columns by
 * their index, so a column that is finished never changes: its text is kept, and old points never flicker. No DOM.
 */

export interface Geometry {
  x: (epoch: number) => number
  y: (value: number) => number
  /** Measurements per pixel column; 1 draws them all. */
  perColumn: number
}

type Numbers = ArrayLike<number>

/** One decimal is a tenth of a pixel. */
const round = (value: number) => Math.round(value * 10) / 10

const at = (values: Numbers, index: number) => values[index] ?? Number.NaN

/** The indices that a column of a line draws: its least and its greatest value, in order. -1 if none is finite. */
export function extremes(values: Numbers, from: number, to: number): readonly [number, number] {
  let least = -1
  let greatest = -1
  for (let i = from; i <= to; i++) {
    if (!Number.isFinite(at(values, i))) continue
    if (least < 0 || at(values, i) < at(values, least)) least = i
    if (greatest < 0 || at(values, i) > at(values, greatest)) greatest = i
  }
  return least < greatest ? [least, greatest] : [greatest, least]
}

/** Columns of text for indices `from..to`, taken from `kept` where they are whole. */
function columns(
  kept: string[],
  perColumn: number,
  length: number,
  from: number,
  to: number,
  write: (from: number, to: number) => string,
): string[] {
  const out: string[] = []
  for (let column = Math.floor(from / perColumn); column * perColumn <= to; column++) {
    const first = column * perColumn
    const last = first + perColumn - 1
    if (first >= from && last <= to && last < length) out.push((kept[column] ??= write(first, last)))
    else out.push(write(Math.max(first, from), Math.min(last, to)))
  }
  return out
}

/** One line: a seed's values or the median. Gaps where values are not finite. */
export class LineTrace {
  #kept: string[] = []
  readonly #geometry: Geometry
  constructor(geometry: Geometry) {
    this.#geometry = geometry
  }

  /** The `d` of indices `from..to` inclusive; empty when nothing there is finite. */
  path(epochs: Numbers, values: Numbers, from: number, to: number): string {
    const { x, y, perColumn } = this.#geometry
    const point = (i: number) => `${round(x(at(epochs, i)))} ${round(y(at(values, i)))}`
    const write = (first: number, last: number) => {
      const [a, b] = extremes(values, first, last)
      if (a < 0) return ''
      return a === b ? point(a) : `${point(a)}L${point(b)}`
    }
    let d = ''
    let open = false
    for (const text of columns(this.#kept, perColumn, epochs.length, from, to, write)) {
      if (text) d += (open ? 'L' : 'M') + text
      open = text !== ''
    }
    return d
  }
}

/** The area between the least and the greatest seed. */
export class BandTrace {
  #upper: string[] = []
  #lower: string[] = []
  readonly #geometry: Geometry
  constructor(geometry: Geometry) {
    this.#geometry = geometry
  }

  path(epochs: Numbers, low: Numbers, high: Numbers, from: number, to: number): string {
    const { x, y, perColumn } = this.#geometry
    const write = (values: Numbers, pick: 0 | 1) => (first: number, last: number) => {
      const [a, b] = extremes(values, first, last)
      if (a < 0) return ''
      const least = at(values, a) < at(values, b) ? a : b
      const greatest = least === a ? b : a
      const value = at(values, pick === 0 ? least : greatest)
      return `${round(x(at(epochs, last)))} ${round(y(value))}`
    }
    const { length } = epochs
    const upper = columns(this.#upper, perColumn, length, from, to, write(high, 1)).filter(Boolean)
    const lower = columns(this.#lower, perColumn, length, from, to, write(low, 0)).filter(Boolean)
    if (upper.length < 2 || lower.length < 2) return ''
    return `M${upper.join('L')}L${lower.toReversed().join('L')}Z`
  }
}
