/**
 * Training, validation and test loss of one variant on one axis, medians over the seeds. Dots are the networks that the
 * seeds would keep, on their own test losses; the marks at the top are where they would stop.
 */
import type { Run } from '../../lab/runState.ts'
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatTick } from '../../ui/format.ts'
import { clockText, medianAt } from '../../ui/index.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { linearTicks } from '../../ui/plot/ticks.ts'
import { highest } from './config.ts'
import { keptBy } from './stopping.ts'

const curves = [
  { metric: 'testLoss', words: 'test', dash: [] },
  { metric: 'validationLoss', words: 'validation', dash: [7, 4] },
  { metric: 'loss', words: 'training', dash: [2, 3] },
] as const

/** px around the plot: ticks at the left and below, words at the right. */
const margin = { top: 14, right: 96, bottom: 22, left: 22 }
/** px: a panel that is narrower has the names alone at the right, without their numbers. */
const [narrow, namesAlone] = [240, 60]
/** px between words at the right. */
const apart = 15

export function Losses({ variant }: { variant: string }) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const [right, bottom] = [width - (width < narrow ? namesAlone : margin.right), height - margin.bottom]
    const { start, end } = run.setup.clock(run.getState().config)
    const toX = (epoch: number) => margin.left + ((epoch - start) / (end - start)) * (right - margin.left)
    const toY = (loss: number) => bottom - (Math.min(highest, loss) / highest) * (bottom - margin.top)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    for (const tick of linearTicks(0, highest, 4)) {
      context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
      context.fillRect(margin.left, Math.round(toY(tick)), right - margin.left, 1)
      context.fillStyle = token('--ink-3')
      context.fillText(formatTick(tick), margin.left - 6, toY(tick))
    }
    context.textBaseline = 'alphabetic'
    context.textAlign = 'center'
    for (const tick of linearTicks(
      start,
      end,
      Math.max(1, Math.min(4, Math.floor((right - margin.left) / 36))),
    ))
      context.fillText(formatTick(tick), toX(tick), bottom + 16)
    const colour = token(`--c${series}`)
    context.strokeStyle = colour
    context.lineWidth = 2
    for (const { metric, dash } of curves) {
      context.setLineDash([...dash])
      strokeMedian(context, run, variant, metric, toX, toY)
    }
    context.setLineDash([])
    const now = curves.flatMap(({ metric, words }) => {
      const value = medianAt(run, variant, metric)
      return value === undefined || Number.isNaN(value) ? [] : [{ words, value }]
    })
    if (now.length < curves.length) return () => `Losses, ${label}: not computed yet`
    const all = keptBy(run, variant)
    for (const { seed, kept, keptEpoch, stoppedEpoch } of all) {
      context.fillStyle = colour
      context.beginPath()
      context.arc(
        toX(keptEpoch),
        toY(run.history.values(variant, 'testLoss', seed)[kept] ?? 0),
        4,
        0,
        2 * Math.PI,
      )
      context.fill()
      context.fillStyle = token('--ink')
      if (stoppedEpoch !== null) context.fillRect(toX(stoppedEpoch) - 1, 0, 2, margin.top - 3)
    }
    const epochs = run.history.epochs(variant)
    const present = epochs[run.history.indexAt(variant, run.getState().now.step)] ?? 0
    context.fillStyle = token('--ink')
    context.fillRect(Math.round(toX(present)), margin.top, 1, bottom - margin.top)
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    context.fillStyle = token('--ink-2')
    const places = spread(
      now.map(({ value }) => toY(value)),
      bottom,
    )
    now.forEach(({ words, value }, i) =>
      context.fillText(width < narrow ? words : `${words} ${value.toFixed(2)}`, right + 6, places[i]!),
    )
    context.textBaseline = 'alphabetic'
    return () =>
      `Losses, ${label}, at epoch ${clockText(run, present)}: ${now.map(({ words, value }) => `${words} ${value.toFixed(2)}`).join(', ')}. Kept, seed by seed: ${all
        .map(
          ({ keptEpoch, stoppedEpoch }) =>
            `epoch ${keptEpoch}, ${stoppedEpoch === null ? 'not stopped' : `stopped at ${stoppedEpoch}`}`,
        )
        .join('; ')}`
  })
  return <PanelCanvas canvas={canvas} label={`Losses, ${label}`} />
}

function strokeMedian(
  context: CanvasRenderingContext2D,
  run: Run,
  variant: string,
  metric: string,
  toX: (epoch: number) => number,
  toY: (loss: number) => number,
) {
  const epochs = run.history.epochs(variant)
  context.beginPath()
  Array.from(run.history.median(variant, metric)).forEach((loss, i) => {
    if (Number.isNaN(loss)) return
    if (i === 0) context.moveTo(toX(epochs[i] ?? 0), toY(loss))
    else context.lineTo(toX(epochs[i] ?? 0), toY(loss))
  })
  context.stroke()
}

/** Heights of the words, in the order of the curves, moved apart where they would lie on each other. */
function spread(wanted: readonly number[], bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[b]! - wanted[a]!)
  const places = [...wanted]
  let lowest = bottom - apart / 2
  for (const i of order) {
    places[i] = Math.min(wanted[i]!, lowest)
    lowest = places[i] - apart
  }
  return places
}
