/**
 * A reliability diagram: for each bin of confidence the share of the answers that is right, and below it how many
 * answers there are. On the dashed diagonal a network is right as often as it says.
 */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatPercent, formatTick } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { bins } from './config.ts'
import type { Reliability } from './reliability.ts'
import type { View } from './train.ts'

/** px: room for the ticks, for the counts below the diagram, and between the two. */
const left = 38
const right = 10
const top = 8
const counted = 40
const axisHeight = 20
const ticks = [0, 0.5, 1]
/** A bar of fewer answers is drawn faint: chance decides its height. */
const few = 5

export function ReliabilityPlot({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const of = `How often answers are right, by their confidence, ${label}`
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `${of}: not computed yet`
    const { counts, right: share } = view.reliability
    const bottom = height - axisHeight - counted
    const toX = (confidence: number) => left + confidence * (width - left - right)
    const toY = (part: number) => bottom - part * (bottom - top)
    const bar = toX(1 / bins) - toX(0)
    drawAxes(context, toX, toY, height)
    const most = Math.max(1, ...counts)
    context.fillStyle = token(`--c${series}`)
    counts.forEach((count, bin) => {
      const x = toX(bin / bins) + 1
      const low = height - axisHeight
      if (count > 0) {
        context.globalAlpha = count < few ? 0.3 : 0.82
        context.fillRect(x, toY(share[bin]!), bar - 2, Math.max(1, bottom - toY(share[bin]!)))
      }
      context.globalAlpha = 0.5
      const tall = (count / most) * (counted - 12)
      context.fillRect(x, low - tall, bar - 2, tall)
    })
    context.globalAlpha = 1
    drawDiagonal(context, toX, toY)
    return () => `${of}. ${words(view.reliability)}`
  })
  return <PanelCanvas canvas={canvas} label={of} />
}

type Scale = (value: number) => number

function drawAxes(context: CanvasRenderingContext2D, toX: Scale, toY: Scale, height: number) {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  const [from, to] = [toX(0), toX(1)]
  for (const tick of ticks) {
    context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
    context.fillRect(from, Math.round(toY(tick)), to - from, 1)
    context.fillStyle = token('--ink-3')
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    context.fillText(formatTick(tick, 'percent'), from - 5, toY(tick))
    context.textBaseline = 'alphabetic'
    // On narrow screens the middle would touch the ends.
    if (tick === 0.5 && to - from < 110) continue
    context.textAlign = tick === 0 ? 'left' : tick === 1 ? 'right' : 'center'
    context.fillText(formatTick(tick, 'percent'), toX(tick), height - 5)
  }
  context.fillStyle = token('--plot-axis')
  context.fillRect(from, height - axisHeight, to - from, 1)
}

function drawDiagonal(context: CanvasRenderingContext2D, toX: Scale, toY: Scale) {
  context.strokeStyle = token('--ink')
  context.lineWidth = 1.4
  context.setLineDash([4, 4])
  context.beginPath()
  context.moveTo(toX(0), toY(0))
  context.lineTo(toX(1), toY(1))
  context.stroke()
  context.setLineDash([])
}

function words({ counts, right: share }: Reliability): string {
  const parts = Array.from(counts, (count, bin) =>
    count === 0
      ? ''
      : `${count} answers with ${formatPercent(bin / bins)} to ${formatPercent((bin + 1) / bins)}: ${formatPercent(share[bin]!)} right`,
  )
  return parts.filter((part) => part !== '').join('; ')
}
