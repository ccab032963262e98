/** One histogram per layer, stacked, on a common axis, with the spread of each at the right. */
import type { HistogramsView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { token } from '../figure/theme.ts'
import { formatTick } from '../format.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { useCanvas } from './useCanvas.ts'

/** Two characters' worth of a spread: 98, 5.8, 0.33, <.01; from 10,000 on a power of ten. */
export const formatSpread = (std: number): string =>
  !Number.isFinite(std)
    ? 'NaN'
    : std >= 9.95
      ? std < 9999.5
        ? std.toFixed(0)
        : formatTick(Number(std.toPrecision(1)))
      : std >= 0.095
        ? std.toFixed(1)
        : std >= 0.0095
          ? std.toFixed(2)
          : '<.01'

const axisHeight = 18
/** px: where rows would be lower, some layers are left out. */
const lowest = 12.5

/** The first, the last, and others at even distances between, as many as fit into `height`. */
function fitting<T>(layers: readonly T[], height: number): readonly T[] {
  const most = Math.max(2, Math.floor(height / lowest))
  if (layers.length <= most) return layers
  const every = (layers.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => layers[Math.round(i * every)]!)
}

const spreadWidth = 36

export function Histograms<V>({
  variant,
  pick,
  of,
}: PanelProps<V, HistogramsView> & {
  /** What is counted, for the label: "activations entering each layer". */
  of: string
}) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const histograms = view === undefined ? undefined : pick(view)
    if (!histograms) return () => `Histograms of ${of}, ${label}: not computed yet`
    const { layers: all, range } = histograms
    const layers = fitting(all, height - axisHeight)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    // The title says that rows are layers, so a number is enough.
    const names = layers.map(({ name }) => name.replace(/^layer /, ''))
    const gutter = 6 + Math.max(...names.map((name) => context.measureText(name).width))
    const row = (height - axisHeight) / Math.max(1, layers.length)
    const barsWidth = width - gutter - spreadWidth
    layers.forEach(({ counts, std }, i) => {
      const base = row * (i + 1) - 3
      context.fillStyle = token(`--c${series}`)
      context.globalAlpha = 0.82
      drawBars(context, counts, gutter, base, barsWidth, row - 6)
      context.globalAlpha = 1
      context.fillStyle = token('--plot-axis')
      context.fillRect(gutter, base, barsWidth, 1)
      context.fillStyle = token('--ink-3')
      context.textAlign = 'left'
      context.fillText(names[i] ?? '', 0, base)
      context.fillStyle = token('--ink-2')
      context.textAlign = 'right'
      if (counts.length > 0) context.fillText(formatSpread(std), width, base)
    })
    context.fillStyle = token('--ink-3')
    const ends = [range[0], (range[0] + range[1]) / 2, range[1]]
    ends.forEach((value, i) => {
      if (i === 1 && barsWidth < 80) return
      context.textAlign = (['left', 'center', 'right'] as const)[i] ?? 'center'
      context.fillText(formatTick(value), gutter + (barsWidth * i) / 2, height - 3)
    })
    return () =>
      `Histograms of ${of}, ${label}. Spread by layer: ${all.map(({ name, std, counts }) => `${name}: ${counts.length > 0 ? formatSpread(std) : 'not reached'}`).join(', ')}`
  })
  return <PanelCanvas canvas={canvas} label={`Histograms of ${of}, ${label}`} />
}

/** Heights grow with the power 3/4 of the count, so that a full end bin does not flatten the rest. */
function drawBars(
  context: CanvasRenderingContext2D,
  counts: ArrayLike<number>,
  x: number,
  base: number,
  width: number,
  height: number,
) {
  let peak = 1e-12
  for (let i = 0; i < counts.length; i++) peak = Math.max(peak, counts[i] ?? 0)
  const bin = width / counts.length
  context.beginPath()
  context.moveTo(x, base)
  for (let i = 0; i < counts.length; i++) {
    const y = base - height * ((counts[i] ?? 0) / peak) ** 0.75
    context.lineTo(x + i * bin, y)
    context.lineTo(x + (i + 1) * bin, y)
  }
  context.lineTo(x + width, base)
  context.fill()
}
