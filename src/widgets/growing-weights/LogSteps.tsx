/** Metrics of one variant against the step on a logarithmic axis, medians over the seeds, with a line at the present step. */
import type { Run } from '../../lab/runState.ts'
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatNumber, formatTick } from '../../ui/format.ts'
import { medianAt } from '../../ui/index.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { linearTicks, logTicks, type Domain, type Scale } from '../../ui/plot/ticks.ts'

export interface Curve {
  metric: string
  /** What its line is called, for the label and where `named`. */
  words: string
  dash: readonly number[]
}

/** px around the plot. */
const margin = { top: 8, right: 10, bottom: 22, left: 40 }

export function LogSteps({
  variant,
  of,
  curves,
  scale,
  domain,
}: {
  variant: string
  /** What is drawn, for the label: "Norm of the weights". */
  of: string
  curves: readonly Curve[]
  scale: Scale
  domain: Domain
}) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const [right, bottom] = [width - margin.right, height - margin.bottom]
    const steps = run.setup.steps(run.getState().config)
    const toX = (step: number) =>
      margin.left + (Math.log(Math.max(1, step)) / Math.log(steps)) * (right - margin.left)
    const placed = (value: number) => (scale === 'log' ? Math.log(value) : value)
    const [low, high] = domain.map(placed) as [number, number]
    const toY = (value: number) => bottom - ((placed(value) - low) / (high - low)) * (bottom - margin.top)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    for (const tick of scale === 'log' ? logTicks(domain, 4) : linearTicks(...domain, 4)) {
      context.fillStyle = token(tick === domain[0] ? '--plot-axis' : '--grid')
      context.fillRect(margin.left, Math.round(toY(tick)), right - margin.left, 1)
      context.fillStyle = token('--ink-3')
      context.fillText(formatTick(tick), margin.left - 6, toY(tick))
    }
    context.textBaseline = 'alphabetic'
    for (const tick of logTicks([1, steps], 6)) {
      context.fillStyle = token('--grid')
      context.fillRect(Math.round(toX(tick)), margin.top, 1, bottom - margin.top)
      context.fillStyle = token('--ink-3')
      context.textAlign = 'center'
      context.fillText(formatTick(tick), toX(tick), bottom + 16)
    }
    context.save()
    context.beginPath()
    context.rect(margin.left, margin.top - 2, right - margin.left + 4, bottom - margin.top + 4)
    context.clip()
    context.strokeStyle = token(`--c${series}`)
    context.lineWidth = 2
    for (const { metric, dash } of curves) {
      context.setLineDash([...dash])
      strokeLine(context, run, { variant, metric, toX, toY: (v) => toY(scale === 'log' && v <= 0 ? NaN : v) })
    }
    context.restore()
    const { now } = run.getState()
    context.fillStyle = token('--ink')
    if (now.step > 0) context.fillRect(Math.round(toX(now.step)), margin.top, 1, bottom - margin.top)
    const values = curves.flatMap(({ metric, words }) => {
      const value = medianAt(run, variant, metric)
      return value === undefined || Number.isNaN(value) ? [] : [`${words} ${formatNumber(value)}`]
    })
    return () =>
      values.length === 0
        ? `${of}, ${label}: not computed yet`
        : `${of}, ${label}, at step ${now.step}: ${values.join(', ')}`
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}

/** A line through all measurements but that of step 0, which a logarithmic axis has no place for; broken where there is no value. */
function strokeLine(
  context: CanvasRenderingContext2D,
  run: Run,
  {
    variant,
    metric,
    toX,
    toY,
  }: { variant: string; metric: string; toX: (step: number) => number; toY: (value: number) => number },
) {
  const [values, steps] = [run.history.median(variant, metric), run.history.epochs(variant)]
  context.beginPath()
  let drawing = false
  for (let i = 1; i < values.length; i++) {
    const [x, y] = [toX(steps[i] ?? 0), toY(values[i] ?? Number.NaN)]
    if (Number.isFinite(y)) {
      if (drawing) context.lineTo(x, y)
      else context.moveTo(x, y)
    }
    drawing = Number.isFinite(y)
  }
  context.stroke()
}
