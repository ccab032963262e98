/** From the numbers of two axes to pixels and back. No DOM. */
import { fine, thinLine } from '../plot/thin.ts'
import type { Domain } from '../plot/ticks.ts'

export type Vector = readonly [number, number]

export interface Margin {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where things stand in a plot of `width` by `height` px. */
export interface Frame extends Margin {
  width: number
  height: number
  /** What the axes show; wider than asked for where both have one unit. */
  x: Domain
  y: Domain
  /** A point in px from the upper left corner. */
  pixel: (point: Vector) => Vector
  /** The point under a pixel. */
  point: (pixel: Vector) => Vector
  /** SVG path text of a line through points, closed or open, to a fraction of a pixel. */
  path: (points: readonly Vector[], closed?: boolean) => string
}

/** A domain made `factor` times as long around its middle. */
const stretched = ([low, high]: Domain, factor: number): Domain => {
  const [middle, half] = [(low + high) / 2, ((high - low) / 2) * factor]
  return [middle - half, middle + half]
}

/**
 * @param oneUnit whether 1 is as long on both axes: then the axis with room to spare shows more than was asked for.
 * `right` and `bottom` of the result are places, as `left` and `top` are: px from the upper left corner.
 */
export function frameOf(
  { width, height }: { width: number; height: number },
  margin: Margin,
  domains: { x: Domain; y: Domain },
  oneUnit: boolean,
): Frame {
  const { left, top } = margin
  const across = Math.max(1, width - left - margin.right)
  const down = Math.max(1, height - top - margin.bottom)
  const perX = across / (domains.x[1] - domains.x[0])
  const perY = down / (domains.y[1] - domains.y[0])
  const x = oneUnit && perX > perY ? stretched(domains.x, perX / perY) : domains.x
  const y = oneUnit && perY > perX ? stretched(domains.y, perY / perX) : domains.y
  const [scaleX, scaleY] = [across / (x[1] - x[0]), down / (y[1] - y[0])]
  const pixel = ([a, b]: Vector): Vector => [left + (a - x[0]) * scaleX, top + (y[1] - b) * scaleY]
  return {
    width,
    height,
    left,
    top,
    right: left + across,
    bottom: top + down,
    x,
    y,
    pixel,
    point: ([a, b]) => [x[0] + (a - left) / scaleX, y[1] - (b - top) / scaleY],
    path: (points, closed) =>
      thinLine(
        points.map((point) => {
          const [px, py] = pixel(point)
          return { x: px, y: py }
        }),
        fine,
        closed,
      ),
  }
}

/** The nearest multiple of `step` inside the domain, without the dust of binary fractions. */
export const snapped = (value: number, [low, high]: Domain, step: number): number => {
  const near = Math.round(Math.max(low, Math.min(high, value)) / step) * step
  return Number(near.toPrecision(12))
}
