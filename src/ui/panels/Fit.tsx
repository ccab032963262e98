/** A function that was fitted to points, with the points and what it should be, on a fixed axis that it may leave. */
import type { FitView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { token } from '../figure/theme.ts'
import { formatNumber } from '../format.ts'
import type { Domain } from '../plot/ticks.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { clipToPlot, drawAxes, plotOf, type PlainPlot } from './plainPlot.ts'
import { useCanvas } from './useCanvas.ts'

export function Fit<V>({
  variant,
  pick,
  of,
  domain,
}: PanelProps<V, FitView> & {
  /** What is drawn, for the label: "Polynomial through the points". */
  of: string
  /** The vertical axis. */
  domain: Domain
}) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const drawn = view === undefined ? undefined : pick(view)
    if (!drawn) return () => `${of}, ${label}: not computed yet`
    const { x, fit, truth, points } = drawn
    const plot = plotOf([x[0] ?? 0, x[x.length - 1] ?? 1], domain, width, height)
    drawAxes(context, plot)
    clipToPlot(context, plot)
    context.lineWidth = 1.4
    context.setLineDash([4, 3])
    context.strokeStyle = token('--ink-3')
    strokeCurve(context, plot, x, truth)
    context.lineWidth = 2
    context.setLineDash([])
    context.strokeStyle = token(`--c${series}`)
    strokeCurve(context, plot, x, fit)
    context.restore()
    drawPoints(context, plot, points)
    return () => `${of}, ${label}: ${words(drawn, domain)}`
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}

function strokeCurve(
  context: CanvasRenderingContext2D,
  { toX, toY }: PlainPlot,
  x: Float32Array,
  y: Float32Array,
) {
  context.beginPath()
  for (let i = 0; i < x.length; i++) context.lineTo(toX(x[i] ?? 0), toY(y[i] ?? 0))
  context.stroke()
}

/** Whole, also at the plot's ends; not those above or below it. */
function drawPoints(context: CanvasRenderingContext2D, { up, toX, toY }: PlainPlot, points: Float32Array) {
  context.fillStyle = token('--ink')
  context.strokeStyle = token('--stage')
  context.lineWidth = 1
  for (let i = 0; i < points.length; i += 2) {
    const y = points[i + 1] ?? 0
    if (y < up[0] || y > up[1]) continue
    context.beginPath()
    context.arc(toX(points[i] ?? 0), toY(y), 3.2, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}

/** "15 points; the fit is up to 0.31 away from the dashed line", or that it leaves the plot. */
function words({ fit, truth, points }: FitView, [low, high]: Domain): string {
  let most = 0
  let leaves = false
  for (let i = 0; i < fit.length; i++) {
    const value = fit[i] ?? 0
    most = Math.max(most, Math.abs(value - (truth[i] ?? 0)))
    if (value < low || value > high) leaves = true
  }
  const how = leaves ? 'leaves the plot' : `is up to ${formatNumber(most)} away from the dashed line`
  return `${points.length / 2} points; the fit ${how}`
}
