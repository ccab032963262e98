/**
 * Training and test loss of one variant on one axis, medians over the seeds, with the room between them filled. The
 * numbers at the right are those at the epoch line.
 */
import type { Run } from '../../lab/runState.ts'
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { clockText, medianAt } from '../../ui/index.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { linearTicks } from '../../ui/plot/ticks.ts'

const highest = 3.5
/** px around the plot: ticks at the left and below, words at the right, or above where there is no room for them. */
const wide = { top: 8, right: 98, bottom: 20, left: 22 }
const narrow = { top: 42, right: 14, bottom: 20, left: 16 }
/** px: where a plot is narrower, its words stand above it. */
const narrowest = 220
/** px between the words of two lines. */
const apart = 16

export function Gap({ variant }: { variant: string }) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const beside = width >= narrowest
    const margin = beside ? wide : narrow
    const [right, bottom] = [width - margin.right, height - margin.bottom]
    const { start, end } = run.setup.clock(run.getState().config)
    const toX = (epoch: number) => margin.left + ((epoch - start) / (end - start)) * (right - margin.left)
    const toY = (loss: number) => bottom - (Math.min(highest, loss) / highest) * (bottom - margin.top)
    drawAxes(context, [start, end], { toX, toY, left: margin.left, right, bottom })
    const [training, test] = ['loss', 'testLoss'].map((metric) => pointsOf(run, variant, metric, toX, toY))
    context.strokeStyle = context.fillStyle = token(`--c${series}`)
    context.globalAlpha = 0.16
    fill(context, [...test!, ...training!.toReversed()])
    context.globalAlpha = 1
    context.lineWidth = 2
    stroke(context, test!, [])
    stroke(context, training!, [2, 3])
    const now = valuesNow(run, variant)
    if (!now) return () => `Training and test loss, ${label}: not computed yet`
    context.fillStyle = token('--ink')
    context.fillRect(toX(now.epoch) - 0.5, margin.top, 1, bottom - margin.top)
    context.fillStyle = token(`--c${series}`)
    const words = [`test ${now.test.toFixed(2)}`, `training ${now.loss.toFixed(2)}`] as const
    if (beside) besideLines(context, words, [toY(now.test), toY(now.loss)], [right + 6, margin.top, bottom])
    else aboveLines(context, words)
    return () =>
      `Training and test loss, ${label}, at epoch ${clockText(run, now.epoch)}: training ${now.loss.toFixed(2)}, test ${now.test.toFixed(2)}`
  })
  return <PanelCanvas canvas={canvas} label={`Training and test loss, ${label}`} />
}

function valuesNow(run: Run, variant: string): { epoch: number; loss: number; test: number } | null {
  const [loss, test] = ['loss', 'testLoss'].map((metric) => medianAt(run, variant, metric))
  if (loss === undefined || test === undefined || Number.isNaN(loss + test)) return null
  const { now } = run.getState()
  const epoch = run.history.epochs(variant)[run.history.indexAt(variant, now.step)] ?? 0
  return { epoch, loss, test }
}

type Point = readonly [x: number, y: number]
type Scale = (value: number) => number

function pointsOf(run: Run, variant: string, metric: string, toX: Scale, toY: Scale): Point[] {
  const epochs = run.history.epochs(variant)
  return Array.from(
    run.history.median(variant, metric),
    (loss, i) => [toX(epochs[i] ?? 0), toY(loss)] as const,
  ).filter(([, y]) => !Number.isNaN(y))
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[]) {
  context.beginPath()
  points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
}

function fill(context: CanvasRenderingContext2D, points: readonly Point[]) {
  trace(context, points)
  context.fill()
}

function stroke(context: CanvasRenderingContext2D, points: readonly Point[], dash: number[]) {
  trace(context, points)
  context.setLineDash(dash)
  context.stroke()
  context.setLineDash([])
}

type Words = readonly [test: string, training: string]

/** @param place the left end, and the highest and lowest place. */
function besideLines(
  context: CanvasRenderingContext2D,
  [test, training]: Words,
  [testY, trainingY]: Point,
  [left, high, low]: readonly [number, number, number],
) {
  const half = Math.max(apart, Math.abs(testY - trainingY)) / 2
  const middle = Math.min(low - apart / 2, Math.max(high + apart, (testY + trainingY) / 2))
  const sign = testY <= trainingY ? -1 : 1
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillText(test, left, middle + sign * half)
  context.fillText(training, left, middle - sign * half)
  context.textBaseline = 'alphabetic'
}

function aboveLines(context: CanvasRenderingContext2D, words: Words) {
  context.textAlign = 'left'
  words.forEach((each, i) => context.fillText(each, 0, 12 + apart * i))
}

function drawAxes(
  context: CanvasRenderingContext2D,
  [start, end]: readonly [number, number],
  { toX, toY, left, right, bottom }: { toX: Scale; toY: Scale; left: number; right: number; bottom: number },
) {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const tick of [0, 1, 2, 3]) {
    context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
    context.fillRect(left, Math.round(toY(tick)), right - left, 1)
    context.fillStyle = token('--ink-3')
    context.fillText(String(tick), left - 6, toY(tick))
  }
  context.textBaseline = 'alphabetic'
  context.textAlign = 'center'
  for (const tick of linearTicks(start, end, right - left > 150 ? 4 : 2))
    context.fillText(String(tick), toX(tick), bottom + 15)
}
