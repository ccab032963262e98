/** Tiles on a canvas: images, filters, maps. */
import { ramp, token } from '../../ui/figure/theme.ts'
import { paintGrid } from '../../ui/panels/paintGrid.ts'
import type { Box } from './layout.ts'

export interface Tile {
  values: ArrayLike<number>
  cells: number
  box: Box
  /** The greatest magnitude that has a colour of its own. */
  limit: number
  /** Weights run from violet over nothing to amber, what is 0 or more from light to dark. */
  signed: boolean
}

export function paintTile(context: CanvasRenderingContext2D, { values, cells, box, limit, signed }: Tile) {
  const place = signed
    ? (value: number) => 0.5 + value / (2 * limit)
    : (value: number) => Math.max(0, value) / limit
  const { x, y, side } = box
  const colours = ramp(signed ? 'diverging' : 'sequential')
  paintGrid(context, values, cells, cells, place, colours, false, [x, y, side, side])
  context.lineWidth = 1
  context.strokeStyle = token('--rule')
  context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1)
}

/** A frame around what is chosen. */
export function paintFrame(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  for (const [colour, thick] of [
    [token('--mark'), 5],
    [token('--ink'), 1.5],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = thick
    context.strokeRect(x, y, width, height)
  }
  context.lineWidth = 1
}

export const largest = (values: Iterable<number>): number => {
  let most = 1e-6
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}

/** "−0.42": two digits behind the point. */
export const two = (value: number): string => value.toFixed(2).replace('-', '−').replace('−0.00', '0.00')
