/** The part that each activation of the window has in what is handed on, as bars, with its probability as a mark. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatNumber, formatPercent } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import type { View } from './train.ts'

/** px: room for the axis below, for the activation at the left and for the number at the right. */
const bottom = 20
const left = 34
const right = 42
const ticks = [0, 0.5, 1]
/** px: a shorter axis has numbers at its ends alone. */
const roomy = 90

export function Shares({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `Parts of the four activations, ${label}: not computed yet`
    const { activations, shares, chances } = view
    const toX = (share: number) => left + share * (width - left - right)
    const row = (height - bottom) / shares.length
    drawAxis(context, toX, height)
    context.textBaseline = 'middle'
    shares.forEach((share, i) => {
      const middle = (i + 0.5) * row
      context.fillStyle = token(`--c${series}`)
      context.globalAlpha = 0.82
      context.fillRect(left, middle - row * 0.32, toX(share) - left, row * 0.64)
      context.globalAlpha = 1
      context.fillStyle = token('--ink')
      context.fillRect(toX(chances[i]!) - 1, middle - row * 0.44, 2, row * 0.88)
      context.textAlign = 'right'
      context.fillText(formatNumber(activations[i]!), left - 8, middle)
      context.fillStyle = token('--ink-2')
      context.textAlign = 'left'
      const end = Math.max(toX(share), toX(chances[i]!))
      context.fillText(formatPercent(share), end + 5, middle)
    })
    context.textBaseline = 'alphabetic'
    return () => words(label, view)
  })
  return <PanelCanvas canvas={canvas} label={`Parts of the four activations, ${label}`} />
}

function drawAxis(context: CanvasRenderingContext2D, toX: (share: number) => number, height: number) {
  context.font = `${token('--fig-tick')} ${token('--sans')}`
  context.textAlign = 'center'
  for (const tick of ticks) {
    context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
    context.fillRect(Math.round(toX(tick)), 0, 1, height - bottom)
    if (tick === 0.5 && toX(1) - toX(0) < roomy) continue
    context.fillStyle = token('--ink-3')
    context.fillText(formatPercent(tick), toX(tick), height - 4)
  }
}

function words(label: string, { activations, shares, chances }: View): string {
  const parts = Array.from(
    activations,
    (activation, i) =>
      `${formatNumber(activation)} has ${formatPercent(shares[i]!)} (probability ${formatPercent(chances[i]!)})`,
  )
  return `Parts of the four activations, ${label}: ${parts.join('; ')}`
}
