/**
 * Test error against the number of passes that are averaged, with the error of one pass with all units as a dashed line:
 * medians of the seeds, up to the epoch line.
 */
import type { Run } from '../../lab/runState.ts'
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatPercent, formatTick } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'

/** px around the plot. */
const [left, right, top, bottom] = [38, 8, 8, 20]
const ticks = [0, 0.25, 0.5, 0.75, 1]

/** The errors of the average of 1, 2, ... passes, and of all units at once at the same moments. */
function curves(run: Run, variant: string) {
  const { history } = run
  const end = history.indexAt(variant, run.getState().now.step) + 1
  const until = (values: ArrayLike<number>) => Array.from(values).slice(0, end)
  const epochs = until(history.epochs(variant))
  const from = epochs.findIndex((epoch) => epoch >= 1)
  const passes = from < 0 ? [] : until(history.median(variant, 'passesError')).slice(from)
  return { passes, whole: until(history.median(variant, 'wholeError')).at(-1) }
}

export function ErrorByPasses({ variant }: { variant: string }) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const of = `Test error by the number of passes, ${label}`
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const { passes, whole } = curves(run, variant)
    const most = run.setup.clock(run.getState().config).end
    const toX = (pass: number) => left + ((pass - 1) / (most - 1)) * (width - left - right)
    const toY = (error: number) => top + (1 - error) * (height - top - bottom)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    for (const tick of ticks) {
      context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
      context.fillRect(left, Math.round(toY(tick)), width - left - right, 1)
      context.fillStyle = token('--ink-3')
      context.textAlign = 'right'
      context.textBaseline = 'middle'
      context.fillText(formatTick(tick, 'percent'), left - 5, toY(tick))
    }
    context.textBaseline = 'alphabetic'
    for (const tick of [1, most]) {
      context.textAlign = tick === 1 ? 'left' : 'right'
      context.fillText(String(tick), toX(tick), height - 4)
    }
    if (whole !== undefined)
      line(context, [1, most].map(toX), [whole, whole].map(toY), token('--ink'), [5, 4])
    const xs = passes.map((_, i) => toX(i + 1))
    line(context, xs, passes.map(toY), token(`--c${series}`), [])
    const last = passes.length - 1
    if (last >= 0) {
      context.fillStyle = token(`--c${series}`)
      context.beginPath()
      context.arc(xs[last]!, toY(passes[last]!), 3.5, 0, 2 * Math.PI)
      context.fill()
    }
    const ends = whole === undefined ? 'not computed yet' : `with all units at once ${formatPercent(whole)}`
    const average =
      last < 0
        ? ''
        : `; one pass ${formatPercent(passes[0]!)}, the average of ${last + 1} ${formatPercent(passes[last]!)}`
    return () => `${of}: ${ends}${average}`
  })
  return <PanelCanvas canvas={canvas} label={of} />
}

function line(
  context: CanvasRenderingContext2D,
  xs: readonly number[],
  ys: readonly number[],
  colour: string,
  dash: number[],
) {
  context.strokeStyle = colour
  context.lineWidth = dash.length > 0 ? 1.4 : 2
  context.setLineDash(dash)
  context.beginPath()
  xs.forEach((x, i) => (i === 0 ? context.moveTo(x, ys[i]!) : context.lineTo(x, ys[i]!)))
  context.stroke()
  context.setLineDash([])
}
