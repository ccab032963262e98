/**
 * The weights of the first seed, the smallest feature's on top, as bars from 0; a short line marks where the least loss
 * plus λ Σ w² has each.
 */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatNumber, formatTick, list } from '../../ui/format.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import type { View } from './train.ts'

/** The right end of the axis. */
const highest = 1.2
const ticks = [0, 0.5, 1]
const axisHeight = 18
const left = 4

export function WeightBars({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `Weights, ${label}: not computed yet`
    const { weights, best } = view
    const toX = (weight: number) =>
      left + (Math.max(0, Math.min(highest, weight)) / highest) * (width - left - 2)
    const row = (height - axisHeight) / weights.length
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textAlign = 'center'
    for (const tick of ticks) {
      context.fillStyle = token(tick === 0 ? '--plot-axis' : '--grid')
      context.fillRect(Math.round(toX(tick)), 0, 1, height - axisHeight)
      context.fillStyle = token('--ink-3')
      context.fillText(formatTick(tick), toX(tick), height - 3)
    }
    weights.forEach((weight, j) => {
      context.fillStyle = token(`--c${series}`)
      context.globalAlpha = 0.82
      context.fillRect(left, row * j + 2, toX(weight) - left, Math.max(1, row - 4))
      context.globalAlpha = 1
      context.fillStyle = token('--ink')
      context.fillRect(toX(best[j]!) - 1, row * j, 2, row)
    })
    return () =>
      `Weights, ${label}, the smallest feature's first: ${list([...weights].map(formatNumber))}. At the least loss plus penalty: ${list([...best].map(formatNumber))}`
  })
  return <PanelCanvas canvas={canvas} label={`Weights, ${label}`} />
}
