/** A bowl-shaped loss from above, as contour lines, with the steps that were taken on it. */
import type { BowlView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { token } from '../figure/theme.ts'
import { formatNumber } from '../format.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { semiAxes } from './semiAxes.ts'
import { useCanvas } from './useCanvas.ts'

/** The start stands at this share of the way from the middle to the edge. */
const startAt = 0.8
/** Contours that are thinner, in px, run into one line; only the one through the start is drawn then. */
const thinnest = 4
/** px between two iterates that both get a dot. */
const dotDistance = 4

export function Bowl<V>({
  variant,
  pick,
  of,
}: PanelProps<V, BowlView> & {
  /** What the bowl is, for the label: "loss around the best line". */
  of: string
}) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const bowl = view === undefined ? undefined : pick(view)
    if (!bowl) return () => `${of}, ${label}: not computed yet`
    const { path, curvatures } = bowl
    const start = [path[0] ?? 0, path[1] ?? 0] as const
    // One scale for both axes, or every bowl would look round.
    const scale = (startAt * Math.min(width, height)) / 2 / (Math.max(...start.map(Math.abs)) || 1)
    context.save()
    context.translate(width / 2, height / 2)
    drawContours(context, curvatures, start, scale, Math.hypot(width, height) / 2)
    drawCentre(context)
    drawPath(context, path, scale, token(`--c${series}`))
    context.restore()
    context.strokeStyle = token('--rule')
    context.lineWidth = 1
    context.strokeRect(0.5, 0.5, width - 1, height - 1)
    return () => {
      const [across, along] = [curvatures[1], curvatures[0]]
      const left = Math.hypot(path.at(-2) ?? 0, path.at(-1) ?? 0) / Math.hypot(...start)
      return `${of}, ${label}: curves ${formatNumber(across / along)} times as much along the vertical axis as along the horizontal one; ${formatNumber(left)} of the distance at the start is left`
    }
  })
  return <PanelCanvas canvas={canvas} label={`${of}, ${label}`} />
}

function drawContours(
  context: CanvasRenderingContext2D,
  curvatures: BowlView['curvatures'],
  start: readonly [number, number],
  scale: number,
  reach: number,
) {
  context.strokeStyle = token('--rule-2')
  context.lineWidth = 1
  for (const { x, y, throughStart } of semiAxes(curvatures, start, reach / scale)) {
    if (!throughStart && 2 * Math.min(x, y) * scale < thinnest) continue
    context.globalAlpha = throughStart ? 0.9 : 0.4
    context.beginPath()
    context.ellipse(0, 0, x * scale, y * scale, 0, 0, 2 * Math.PI)
    context.stroke()
  }
  context.globalAlpha = 1
}

function drawCentre(context: CanvasRenderingContext2D) {
  context.strokeStyle = token('--ink')
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(-5, 0)
  context.lineTo(5, 0)
  context.moveTo(0, -5)
  context.lineTo(0, 5)
  context.stroke()
}

/** A ring where the way starts, a dot for each iterate that has room for one, and a larger dot at its end. */
function drawPath(context: CanvasRenderingContext2D, path: Float32Array, scale: number, colour: string) {
  const points: (readonly [number, number])[] = []
  for (let i = 0; i + 1 < path.length; i += 2) {
    const point = [(path[i] ?? 0) * scale, -(path[i + 1] ?? 0) * scale] as const
    // A way that has left for infinity ends here.
    if (!point.every((value) => Math.abs(value) < 1e6)) break
    points.push(point)
  }
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineJoin = 'round'
  context.lineWidth = 1.5
  context.beginPath()
  for (const point of points) context.lineTo(...point)
  context.stroke()
  let drawn = first
  for (const point of points) {
    if (Math.hypot(point[0] - drawn[0], point[1] - drawn[1]) < dotDistance) continue
    drawn = point
    disc(context, point, 2)
    context.fill()
  }
  disc(context, first, 4)
  context.fillStyle = token('--sheet')
  context.fill()
  context.stroke()
  disc(context, last, 4.5)
  context.fillStyle = colour
  context.fill()
  context.strokeStyle = token('--sheet')
  context.stroke()
}

function disc(context: CanvasRenderingContext2D, [x, y]: readonly [number, number], radius: number) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
}
