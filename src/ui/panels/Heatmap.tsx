/** A table of numbers as colours: weights (signed, violet to amber) or magnitudes, with names and values if asked for. */
import type { HeatmapView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { ramp, token } from '../figure/theme.ts'
import { formatNumber, formatTick, formatValue } from '../format.ts'
import { paintGrid } from './paintGrid.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { useCanvas } from './useCanvas.ts'

export interface HeatmapNames {
  /** Axis names, with what grows along them: "depth ↓", "width →". */
  rows: string
  columns: string
  /** One per row and column. */
  rowNames: readonly (string | number)[]
  columnNames: readonly (string | number)[]
}

export function Heatmap<V>({
  variant,
  pick,
  of,
  names,
  print,
  described,
}: PanelProps<V, HeatmapView> & {
  /** What the numbers are, for the label: "weights of layer 3". */
  of: string
  names?: HeatmapNames
  /** Write the value into each cell that has room for it. */
  print?: 'number' | 'percent'
  /** What the label says of the view instead of its size and range: "12 images of 12 by 12 weights". */
  described?: (view: HeatmapView) => string
}) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const heatmap = view === undefined ? undefined : pick(view)
    if (!heatmap) return () => `${of}, ${label}: not computed yet`
    const { values, rows, columns, signed, limit } = heatmap
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    const left = names ? 10 + widest(context, names.rowNames) : 0
    const bottom = names ? 34 : 0
    const box = [left, 0, width - left, height - bottom] as const
    const place = signed ? (v: number) => 0.5 + v / (2 * limit) : (v: number) => v / limit
    paintGrid(context, values, rows, columns, place, ramp(signed ? 'diverging' : 'sequential'), false, box)
    // A hairline, because the lowest magnitude is nearly the colour of the stage.
    context.strokeStyle = token('--rule')
    context.strokeRect(box[0] + 0.5, box[1] + 0.5, box[2] - 1, box[3] - 1)
    if (names) drawNames(context, names, box, height)
    if (print) drawValues(context, heatmap, box, print)
    return () =>
      `${of}, ${label}: ${described?.(heatmap) ?? `${rows} by ${columns}, ${rangeWords(heatmap, print)}`}`
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}

/** "from −2 to 2": gaps between parts of a picture are NaN and count for nothing. */
export function rangeWords({ values }: Pick<HeatmapView, 'values'>, print?: 'number' | 'percent'): string {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  if (least > most) return 'no values yet'
  return `from ${formatValue(least, print)} to ${formatValue(most, print)}`
}

/** px, rounded up. */
const widest = (context: CanvasRenderingContext2D, names: HeatmapNames['rowNames']) =>
  Math.ceil(Math.max(0, ...names.map((name) => context.measureText(String(name)).width)))

type Box = readonly [number, number, number, number]

function drawNames(
  context: CanvasRenderingContext2D,
  names: HeatmapNames,
  [x, y, width, height]: Box,
  full: number,
) {
  context.fillStyle = token('--ink-3')
  const tall = height / names.rowNames.length
  const wide = width / names.columnNames.length
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const everyRow = Math.ceil(14 / tall)
  names.rowNames.forEach((name, i) => {
    if (i % everyRow === 0) context.fillText(String(name), x - 6, y + tall * (i + 0.5))
  })
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const everyColumn = Math.ceil(24 / wide)
  names.columnNames.forEach((name, i) => {
    if (i % everyColumn === 0) context.fillText(String(name), x + wide * (i + 0.5), y + height + 15)
  })
  context.fillStyle = token('--ink-2')
  context.textAlign = 'left'
  context.fillText(`${names.rows}   ${names.columns}`, 0, full - 3)
}

/** Ink on the light half of the ramp, paper on the dark half, whatever the theme. */
function drawValues(
  context: CanvasRenderingContext2D,
  { values, rows, columns, signed, limit }: HeatmapView,
  [x, y, width, height]: Box,
  print: 'number' | 'percent',
) {
  const wide = width / columns
  const tall = height / rows
  if (wide < 34 || tall < 15) return
  const colours = ramp(signed ? 'diverging' : 'sequential')
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    const share = signed ? 0.5 + value / (2 * limit) : value / limit
    const pixel = colours[Math.max(0, Math.min(255, Math.round(share * 255)))] ?? 0
    const light = (pixel & 255) * 0.3 + ((pixel >> 8) & 255) * 0.59 + ((pixel >> 16) & 255) * 0.11
    context.fillStyle = light > 140 ? '#151b26' : '#ffffff'
    const text =
      print === 'percent' ? formatTick(Math.round(value * 100) / 100, 'percent') : formatNumber(value)
    context.fillText(text, x + wide * ((i % columns) + 0.5), y + tall * (Math.floor(i / columns) + 0.5))
  }
  context.textBaseline = 'alphabetic'
}
