/** The weight matrices of the first seed: a cell is a weight, darker if it is larger, and empty where it is cut. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { ramp, token } from '../../ui/figure/theme.ts'
import { formatPercent } from '../../ui/format.ts'
import { paintGrid } from '../../ui/panels/paintGrid.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { cellsOf, keptShare } from './picture.ts'
import type { View } from './train.ts'

/** px above each matrix for its name and what is kept of it. */
const line = 18
/** Where on the ramp a cell stands: not at its pale end, so that every weight that is kept is seen. */
const place = (cell: number) => [Number.NaN, 0.35, 0.65, 1][cell] ?? Number.NaN

export function Masks({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const of = `Weights that are kept, ${label}`
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `${of}: not computed yet`
    const { layers } = view
    const [columns, rows] = [
      Math.max(...layers.map(({ inputs }) => inputs)),
      layers.reduce((sum, { units }) => sum + units, 0),
    ]
    const cell = Math.min(width / columns, (height - line * layers.length) / rows)
    const shares = layers.map(keptShare)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'alphabetic'
    let top = 0
    layers.forEach((layer, l) => {
      const { units, inputs } = layer
      context.fillStyle = token('--ink-2')
      context.textAlign = 'left'
      context.fillText(`layer ${l + 1}: ${formatPercent(shares[l]!)} kept`, 0, top + line - 5)
      top += line
      const box = [0, top, inputs * cell, units * cell] as const
      paintGrid(context, cellsOf(layer), units, inputs, place, ramp('sequential'), false, box)
      context.strokeStyle = token('--rule')
      context.strokeRect(0.5, top + 0.5, box[2] - 1, box[3] - 1)
      top += units * cell
    })
    return () =>
      `${of}: ${layers.map(({ units, inputs }, l) => `${formatPercent(shares[l]!)} of layer ${l + 1}, ${units} units by ${inputs} inputs`).join('; ')}`
  })
  return <PanelCanvas canvas={canvas} label={of} />
}
