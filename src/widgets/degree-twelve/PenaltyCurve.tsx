/**
 * Test error against the penalty at the epoch line's degree, both on log axes, with the figure's variants on it. What is
 * off the axis is drawn at its end.
 */
import { styleOf, useFigure, useRunValue } from '../../ui/figure/FigureContext.ts'
import { medianAt } from '../../ui/figure/facts.ts'
import { token } from '../../ui/figure/theme.ts'
import { markerPath } from '../../ui/figure/variantStyle.ts'
import { formatNumber, formatSetting, formatTick } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { penalties } from './config.ts'
import type { View } from './train.ts'

const [low, high] = [0.01, 100]
const errors = [0.01, 0.1, 1, 10, 100]
const ticks = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10]
/** px around the plot; left of its axis stands the penalty of 0, which has no place on a log axis. */
const margin = { top: 22, right: 22, bottom: 40, left: 44 }
const zeroRoom = 46

/** What is drawn: test errors by penalty, from the first variant that has a view. */
export function PenaltyCurve() {
  const { run, styles } = useFigure()
  const [variant = 'none'] = useRunValue(run, (state) => state.variants)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => 'Test error against the penalty: not computed yet'
    const { byPenalty } = view
    const plot = scales(width, height)
    drawAxes(context, plot, width, height)
    context.strokeStyle = token('--ink-2')
    context.lineWidth = 2
    context.lineJoin = 'round'
    context.beginPath()
    penalties.forEach((lambda, i) => context.lineTo(plot.x(lambda), plot.y(byPenalty[i] ?? high)))
    context.stroke()
    const state = run.getState()
    const lambdas: Readonly<Record<string, number>> = {
      none: 0,
      weak: state.config['weak'] as number,
      strong: state.config['strong'] as number,
    }
    for (const id of state.variants) {
      const error = medianAt(run, id, 'testError')
      // A slide may show fewer variants than were trained.
      if (error === undefined || Number.isNaN(error) || !styles.has(id)) continue
      const style = styleOf(styles, id)
      const [x, y] = [plot.x(lambdas[id] ?? 0), plot.y(error)]
      context.fillStyle = token(`--c${style.series}`)
      context.strokeStyle = token('--stage')
      context.lineWidth = 1.5
      context.translate(x, y)
      stamp(context, new Path2D(markerPath(style.marker, 6)))
      context.translate(-x, -y)
      const name = error > high ? `${style.label}: ${formatNumber(error)} ↑` : style.label
      const half = context.measureText(name).width / 2
      context.textAlign = 'center'
      const at = [Math.max(half + 2, Math.min(width - half - 2, x)), y - 11] as const
      // The curve may pass behind a name.
      context.lineWidth = 4
      context.strokeText(name, ...at)
      context.fillText(name, ...at)
    }
    return () => words(byPenalty)
  })
  return <PanelCanvas canvas={canvas} label="Test error against the penalty" />
}

function stamp(context: CanvasRenderingContext2D, shape: Path2D) {
  context.stroke(shape)
  context.fill(shape)
}

interface Scales {
  /** 0 has a place of its own. */
  x: (lambda: number) => number
  y: (error: number) => number
}

/** How far between two values on a log axis, 0 to 1; at an end for what is beyond it. */
const share = (value: number, least: number, most: number) =>
  Math.log(Math.max(least, Math.min(most, value)) / least) / Math.log(most / least)

function scales(width: number, height: number): Scales {
  const [from, to] = [margin.left + zeroRoom, width - margin.right]
  const [first, last] = [ticks[0]!, ticks.at(-1)!]
  return {
    x: (lambda) => (lambda === 0 ? margin.left + 10 : from + share(lambda, first, last) * (to - from)),
    y: (error) => height - margin.bottom - share(error, low, high) * (height - margin.bottom - margin.top),
  }
}

function drawAxes(context: CanvasRenderingContext2D, { x, y }: Scales, width: number, height: number) {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const error of errors) {
    context.fillStyle = token(error === low ? '--plot-axis' : '--grid')
    context.fillRect(margin.left, Math.round(y(error)), width - margin.left - margin.right, 1)
    context.fillStyle = token('--ink-3')
    context.fillText(formatTick(error), margin.left - 6, y(error))
  }
  context.textBaseline = 'alphabetic'
  context.textAlign = 'center'
  const every = x(ticks[1]!) - x(ticks[0]!) < 40 ? 2 : 1
  context.fillText('0', x(0), height - margin.bottom + 17)
  ticks.forEach((tick, i) => {
    if ((ticks.length - 1 - i) % every === 0)
      context.fillText(formatTick(tick), x(tick), height - margin.bottom + 17)
  })
  context.textAlign = 'left'
  context.fillText('penalty λ', margin.left, height - 5)
}

/** "Test error against the penalty: 9.8 at 10⁻⁶, least at 0.01 with 0.07, 0.48 at 10". */
function words(byPenalty: Float32Array): string {
  const least = byPenalty.indexOf(Math.min(...byPenalty))
  const at = (i: number) =>
    `${formatNumber(byPenalty[i] ?? Number.NaN)} at ${formatSetting(penalties[i] ?? 0)}`
  return `Test error against the penalty: ${at(0)}, least ${at(least)}, ${at(penalties.length - 1)}`
}
