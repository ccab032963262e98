/**
 * Where things lie in a film: one curve, and below it a row of pictures, each tied to its moment by a thin line.
 * Across, places are shares of the width, so that what is made when the page is built fits every screen; px downwards.
 * No DOM.
 */
import type { Run } from '../../lab/runState.ts'
import type { Clock } from '../../lab/setup.ts'
import type { Axis } from '../plot/axes.ts'

/** px from the top: the plot area's ends, where the thin lines turn towards the pictures, and where they arrive. */
export const film = { top: 30, base: 170, turn: 196, end: 214 } as const
/** Units of the drawing across; it is stretched to the width that there is. */
export const units = 1000
/** Between two pictures, a share of the width; `--film-gap` of film.css. */
const gap = 0.012

export const placeOn =
  ({ start, end }: Pick<Clock, 'start' | 'end'>) =>
  (epoch: number): number =>
    (epoch - start) / (end - start)

/** px; values outside the axis lie at its ends, what is no number at the bottom. */
export const heightOn = ({ scale, domain: [low, high] }: Axis) => {
  const share = (value: number) =>
    scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
  return (value: number): number => {
    const inside = Math.max(low, Math.min(high, Number.isNaN(value) ? low : value))
    return film.base - share(inside) * (film.base - film.top)
  }
}

/** The middle of picture `index` of `count`, a share of the width. */
export const middleOf = (index: number, count: number): number =>
  ((1 - (count - 1) * gap) / count) * (index + 0.5) + index * gap

/** A metric's median up to the epoch line: where its measurements lie on the clock, and their values. */
export function shownCurve(run: Run, variant: string, metric: string) {
  const { history } = run
  const end = history.indexAt(variant, run.getState().now.step) + 1
  const shown = (values: ArrayLike<number>) => Array.from(values).slice(0, end)
  return [shown(history.epochs(variant)), shown(history.median(variant, metric))] as const
}

/** Where the drawn curve is at `epoch`, px: between two measurements on the line that joins them. */
export function onCurve(
  epochs: ArrayLike<number>,
  values: ArrayLike<number>,
  epoch: number,
  y: (value: number) => number,
): number {
  let after = 0
  while (after < epochs.length - 1 && epochs[after]! < epoch) after++
  const before = Math.max(0, after - 1)
  const [from, to] = [epochs[before]!, epochs[after]!]
  const part = to > from ? Math.max(0, Math.min(1, (epoch - from) / (to - from))) : 1
  return y(values[before]!) + part * (y(values[after]!) - y(values[before]!))
}

const tidy = (value: number) => Math.round(value * 10) / 10

/** From the curve at (`x`, `y`) down and over to the middle of its picture. `x` and `middle` are shares. */
export const tie = (x: number, y: number, middle: number): string =>
  `M${tidy(x * units)} ${tidy(y)}V${film.turn}L${tidy(middle * units)} ${film.end - 8}V${film.end}`
