/**
 * The size of every weight of the first seed as a bar on a logarithmic axis. Zero has no place on such an axis: a weight
 * that is exactly 0 is a mark on a line of its own below it.
 */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatNumber, formatTick } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { sizes } from './config.ts'
import type { View } from './train.ts'

const informative = sizes.length
/** Ends of the axis; a smaller weight has no bar, but no mark either. */
const [lowest, highest] = [1e-4, 4]
const ticks = [1e-3, 1e-2, 0.1, 1]
const named = [1e-2, 1]
/** px: room for the ticks, for the line of zeros, and between the informative weights and the others. */
const left = 28
const zeros = 20
const gap = 6

export function WeightSizes({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `Sizes of the weights, ${label}: not computed yet`
    const { weights, zero, truth } = view
    const [top, bottom] = [6, height - zeros]
    const column = (width - left - gap) / weights.length
    const toX = (j: number) => left + j * column + (j < informative ? 0 : gap)
    const toY = (size: number) =>
      bottom -
      (Math.log(Math.min(highest, Math.max(lowest, size)) / lowest) / Math.log(highest / lowest)) *
        (bottom - top)
    drawAxis(context, toY, width, height)
    weights.forEach((weight, j) => {
      const size = Math.abs(weight)
      const [x, y] = [toX(j), toY(size)]
      context.fillStyle = token(`--c${series}`)
      if (zero[j] === 1) {
        context.fillRect(x, height - zeros / 2 - 4, Math.max(1, column - 0.5), 7)
        return
      }
      context.globalAlpha = j < informative ? 1 : 0.55
      context.fillRect(x + 0.5, y, Math.max(1, column - 1), Math.max(1, bottom - y))
      context.globalAlpha = 1
    })
    context.fillStyle = token('--ink')
    for (let j = 0; j < informative; j++)
      context.fillRect(toX(j) - 0.5, toY(Math.abs(truth[j]!)) - 1, column + 1, 2)
    return () => words(label, view)
  })
  return <PanelCanvas canvas={canvas} label={`Sizes of the weights, ${label}`} />
}

function drawAxis(
  context: CanvasRenderingContext2D,
  toY: (size: number) => number,
  width: number,
  height: number,
) {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const tick of ticks) {
    context.fillStyle = token('--grid')
    context.fillRect(left, Math.round(toY(tick)), width - left, 1)
    context.fillStyle = token('--ink-3')
    if (named.includes(tick)) context.fillText(formatTick(tick), left - 5, toY(tick))
  }
  context.fillText('0', left - 5, height - zeros / 2)
  context.textBaseline = 'alphabetic'
  context.fillStyle = token('--plot-axis')
  context.fillRect(left, height - zeros, width - left, 1)
}

function words(label: string, { weights, zero }: View): string {
  const found = Array.from(weights.subarray(0, informative), formatNumber)
  const others = weights.subarray(informative)
  const none = zero.subarray(informative).reduce((sum, one) => sum + one, 0)
  const largest = others.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  return `Sizes of the weights, ${label}. Informative: ${found.join(', ')}. Of the other ${others.length}, ${none} are exactly 0; the largest has size ${formatNumber(largest)}`
}
