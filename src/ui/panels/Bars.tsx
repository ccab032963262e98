/** A few magnitudes as bars on one logarithmic axis, the first on top. */
import type { BarsView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { token } from '../figure/theme.ts'
import { formatNumber, formatTick } from '../format.ts'
import { logTicks, type Domain } from '../plot/ticks.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { useCanvas } from './useCanvas.ts'

const axisHeight = 18
const left = 2
const right = 12

export function Bars<V>({
  variant,
  pick,
  of,
  domain,
}: PanelProps<V, BarsView> & {
  /** What the magnitudes are, for the label: "curvatures of the loss". */
  of: string
  /** The ends of the axis, both above 0. A smaller value gets a bar of no length. */
  domain: Domain
}) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const bars = view === undefined ? undefined : pick(view)
    if (!bars) return () => `${of}, ${label}: not computed yet`
    const values = [...bars.values]
    const decades = Math.log(domain[1] / domain[0])
    const toX = (value: number) => {
      const share = value > 0 ? Math.log(value / domain[0]) / decades : 0
      return left + Math.max(0, Math.min(1, share)) * (width - left - right)
    }
    const row = (height - axisHeight) / Math.max(1, values.length)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textAlign = 'center'
    for (const tick of logTicks(domain, Math.max(2, Math.floor(width / 56)))) {
      context.fillStyle = token('--grid')
      context.fillRect(Math.round(toX(tick)), 0, 1, height - axisHeight)
      context.fillStyle = token('--ink-3')
      const text = formatTick(tick)
      const half = context.measureText(text).width / 2
      context.fillText(text, Math.max(half, Math.min(width - half, toX(tick))), height - 3)
    }
    context.fillStyle = token(`--c${series}`)
    context.globalAlpha = 0.82
    values.forEach((value, i) => context.fillRect(left, row * i + 1, toX(value) - left, Math.max(1, row - 2)))
    context.globalAlpha = 1
    context.fillStyle = token('--plot-axis')
    context.fillRect(left - 1, 0, 1, height - axisHeight)
    return () => `${of}, ${label}: ${values.map(formatNumber).join(', ')}`
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}
