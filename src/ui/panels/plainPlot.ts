/** The frame of a small plot on a canvas: where values stand, ticks and grid, and the area that lines stay in. */
import { token } from '../figure/theme.ts'
import { formatTick } from '../format.ts'
import { linearTicks, type Domain } from '../plot/ticks.ts'

const left = 30
const bottom = 20
const top = 6

export interface PlainPlot {
  across: Domain
  up: Domain
  /** Of the canvas, in CSS pixels. */
  width: number
  height: number
  toX: (value: number) => number
  toY: (value: number) => number
}

export const plotOf = (across: Domain, up: Domain, width: number, height: number): PlainPlot => ({
  across,
  up,
  width,
  height,
  toX: (value) => left + ((value - across[0]) / (across[1] - across[0])) * (width - left - 4),
  toY: (value) => top + ((up[1] - value) / (up[1] - up[0])) * (height - top - bottom),
})

/** Until `context.restore()` nothing is drawn outside the plot. */
export function clipToPlot(context: CanvasRenderingContext2D, { width, height }: PlainPlot): void {
  context.save()
  context.beginPath()
  context.rect(left, top - 2, width - left, height - top - bottom + 4)
  context.clip()
}

/** Three ticks or so on each axis. */
export function drawAxes(
  context: CanvasRenderingContext2D,
  { across, up: [low, high], width, toX, toY }: PlainPlot,
): void {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  context.lineWidth = 1
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  const rows = linearTicks(low, high, 3)
  // Numbers closer than this would lie on each other: then the zero stands alone.
  const close = rows.length > 1 && toY(rows[0]!) - toY(rows[1]!) < 13
  for (const tick of rows) {
    context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
    context.fillRect(left, Math.round(toY(tick)), width - left - 4, 1)
    context.fillStyle = token('--ink-3')
    if (!close || tick === 0) context.fillText(formatTick(tick), left - 5, toY(tick))
  }
  context.textBaseline = 'alphabetic'
  context.textAlign = 'center'
  for (const tick of linearTicks(...across, 3)) context.fillText(formatTick(tick), toX(tick), toY(low) + 15)
}
