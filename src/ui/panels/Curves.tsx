/** Many functions of one number in one plot; the dead ones (constant) are drawn dashed and darker, so they stand out. */
import type { CurvesView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { token } from '../figure/theme.ts'
import { roundUp, type Domain } from '../plot/ticks.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { clipToPlot, drawAxes, plotOf } from './plainPlot.ts'
import { useCanvas } from './useCanvas.ts'

export function Curves<V>({
  variant,
  pick,
  of,
  domain,
}: PanelProps<V, CurvesView> & {
  /** What the curves are, for the label: "functions of random networks". */
  of: string
  /** The vertical axis; from the curves of all variants, rounded up, when absent. */
  domain?: Domain
}) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const drawn = view === undefined ? undefined : pick(view)
    if (!drawn) return () => `${of}, ${label}: not computed yet`
    const { x, curves, count, dead } = drawn
    const others = run.getState().variants.map((id) => run.view(id) as V | undefined)
    const [low, high] = domain ?? shared(others.map((one) => (one === undefined ? undefined : pick(one))))
    const from = x[0] ?? -1
    const to = x[x.length - 1] ?? 1
    const plot = plotOf([from, to], [low, high], width, height)
    const { toX, toY } = plot
    drawAxes(context, plot)
    clipToPlot(context, plot)
    for (const isDead of [false, true]) {
      context.beginPath()
      for (let k = 0; k < count; k++) {
        if ((dead[k] === 1) !== isDead) continue
        for (let i = 0; i < x.length; i++) {
          const point = [toX(x[i] ?? 0), toY(curves[k * x.length + i] ?? 0)] as const
          if (i === 0) context.moveTo(...point)
          else context.lineTo(...point)
        }
      }
      context.strokeStyle = isDead ? token('--ink') : token(`--c${series}`)
      context.globalAlpha = isDead ? 0.85 : 0.45
      context.setLineDash(isDead ? [4, 3] : [])
      context.lineWidth = isDead ? 1.4 : 1
      context.stroke()
    }
    context.restore()
    const gone = dead.reduce((sum, one) => sum + one, 0)
    return () => `${of}, ${label}: ${count} curves, ${gone} of them dead (constant)`
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}

/**
 * One axis for the curves of all variants, symmetric around zero. It holds four out of five of the living ones whole;
 * the rest leave it, so that a single steep curve does not flatten all others.
 */
function shared(views: readonly (CurvesView | undefined)[]): Domain {
  const sizes: number[] = []
  for (const view of views) {
    if (!view) continue
    const { x, curves, count, dead } = view
    for (let k = 0; k < count; k++) {
      if (dead[k] === 1) continue
      let most = 0
      for (let i = k * x.length; i < (k + 1) * x.length; i++) most = Math.max(most, Math.abs(curves[i] ?? 0))
      if (most > 0 && most < Infinity) sizes.push(most)
    }
  }
  const size = roundUp(sizes.sort((a, b) => a - b)[Math.floor(sizes.length * 0.8)] ?? 1)
  return [-size, size]
}
