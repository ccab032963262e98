/** For each hidden layer the share of activations that are exactly 0, as a bar, with their mean beside it. Medians over the seeds. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { formatPercent, medianAt } from '../../ui/index.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'

const layers = [1, 2] as const
/** px: the names at the left, the means at the right. */
const [left, right] = [50, 74]
const barHeight = 18
/** px: where a panel is narrower, words stand above the bars. */
const narrowest = 220

export function Zeros({ variant }: { variant: string }) {
  const { run, styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas(variant, (context, _view, width, height) => {
    const rows = layers.flatMap((layer) => {
      const [zeros, mean] = ['zeros', 'mean'].map((what) => medianAt(run, variant, `${what}${layer}`))
      return zeros === undefined || mean === undefined || Number.isNaN(zeros) ? [] : [{ layer, zeros, mean }]
    })
    if (rows.length === 0) return () => `Zeros in the hidden layers, ${label}: not computed yet`
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'middle'
    rows.forEach((row, i) => {
      const [top, high] = [(height / rows.length) * i, height / rows.length]
      const colour = token(`--c${series}`)
      if (width < narrowest) drawNarrow(context, row, colour, { width, top, high })
      else drawWide(context, row, colour, { width, top, high })
    })
    context.textBaseline = 'alphabetic'
    return () =>
      `Zeros in the hidden layers, ${label}: ${rows
        .map(
          ({ layer, zeros, mean }) =>
            `layer ${layer} ${formatPercent(zeros)}, mean activation ${mean.toFixed(2)}`,
        )
        .join('; ')}`
  })
  return <PanelCanvas canvas={canvas} label={`Zeros in the hidden layers, ${label}`} />
}

interface Row {
  layer: number
  zeros: number
  mean: number
}
/** Of one row, px. */
interface Place {
  width: number
  top: number
  high: number
}

function drawWide(
  context: CanvasRenderingContext2D,
  { layer, zeros, mean }: Row,
  colour: string,
  { width, top, high }: Place,
) {
  const middle = top + high / 2
  const room = width - left - right
  context.fillStyle = token('--ink-3')
  context.textAlign = 'left'
  context.fillText(`layer ${layer}`, 0, middle)
  drawBar(context, zeros, colour, [left, middle - barHeight / 2, room, barHeight])
  context.fillStyle = token('--ink')
  // The full bar has the end of its room for the number.
  context.fillText(formatPercent(zeros), left + room * Math.min(zeros, 0.8) + 6, middle)
  context.fillStyle = token('--ink-2')
  context.textAlign = 'right'
  context.fillText(`mean ${mean.toFixed(2)}`, width, middle)
}

function drawNarrow(
  context: CanvasRenderingContext2D,
  { layer, zeros, mean }: Row,
  colour: string,
  { width, top, high }: Place,
) {
  context.fillStyle = token('--ink-2')
  context.textAlign = 'left'
  context.fillText(`layer ${layer}: ${formatPercent(zeros)}, mean ${mean.toFixed(2)}`, 0, top + 9)
  drawBar(context, zeros, colour, [0, top + 18, width, high - 24])
}

function drawBar(
  context: CanvasRenderingContext2D,
  share: number,
  colour: string,
  [x, y, width, height]: readonly [number, number, number, number],
) {
  context.fillStyle = token('--grid')
  context.fillRect(x, Math.round(y), width, height)
  context.fillStyle = colour
  context.globalAlpha = 0.82
  context.fillRect(x, Math.round(y), width * share, height)
  context.globalAlpha = 1
}
