/** A metric of each seed's network: a dot for the one that is kept, a ring for the one at the epoch line, joined by a line. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatTick, formatValue } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { linearTicks } from '../../ui/plot/ticks.ts'
import { pairs } from './stopping.ts'

/** px: room for the ticks below, and for half a dot at the sides. */
const [below, side] = [20, 10]

export function KeptAndNow({ variant, metric, to }: { variant: string; metric: string; to: number }) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const { label: name, format } = run.setup.metrics[metric]!
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const toX = (value: number) => side + (Math.min(to, value) / to) * (width - 2 * side)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textAlign = 'center'
    for (const tick of linearTicks(0, to, 4)) {
      context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
      context.fillRect(Math.round(toX(tick)), 0, 1, height - below)
      context.fillStyle = token('--ink-3')
      const text = formatTick(tick, format)
      const half = context.measureText(text).width / 2
      context.fillText(text, Math.max(half, Math.min(width - half, toX(tick))), height - 4)
    }
    const found = pairs(run, variant, metric)
    const row = (height - below) / Math.max(1, found.length)
    context.strokeStyle = context.fillStyle = token(`--c${series}`)
    context.lineWidth = 2
    found.forEach(({ kept, now }, i) => {
      const middle = row * (i + 0.5)
      context.beginPath()
      context.moveTo(toX(kept), middle)
      context.lineTo(toX(now), middle)
      context.stroke()
      context.fillStyle = token('--stage')
      context.beginPath()
      context.arc(toX(now), middle, 4.5, 0, 2 * Math.PI)
      context.fill()
      context.stroke()
      context.fillStyle = token(`--c${series}`)
      context.beginPath()
      context.arc(toX(kept), middle, 4.5, 0, 2 * Math.PI)
      context.fill()
    })
    context.lineWidth = 1
    const words = ({ kept, now }: { kept: number; now: number }) =>
      `${formatValue(kept, format)} kept, ${formatValue(now, format)} at the epoch line`
    return () =>
      found.length === 0
        ? `${name}, ${label}: not computed yet`
        : `${name}, ${label}, seed by seed: ${found.map(words).join('; ')}`
  })
  return <PanelCanvas canvas={canvas} label={`${name}, ${label}`} />
}
