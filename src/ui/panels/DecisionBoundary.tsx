/** What a classifier believes over the plane: a violet to amber field, the 50% contour, and the points it learns from. */
import type { BoundaryView, PointsView } from '../../lab/views.ts'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { ramp, token } from '../figure/theme.ts'
import { formatPercent } from '../format.ts'
import { contour } from './contour.ts'
import type { PanelProps } from './panelProps.ts'
import { PanelCanvas } from './PanelCanvas.tsx'
import { useCanvas } from './useCanvas.ts'
import { paintGrid } from './paintGrid.ts'

/** The field is paler than the points: full certainty is drawn at this share of the ramp's half. */
const paleness = 0.62

const pale = (p: number) => 0.5 + (p - 0.5) * paleness

/** Names of the two classes, as the legend has them. */
const classNames = ['class A', 'class B'] as const

export function DecisionBoundary<V>({ variant, pick }: PanelProps<V, BoundaryView>) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const canvas = useCanvas<V>(variant, (context, view, width, height) => {
    const boundary = view === undefined ? undefined : pick(view)
    if (!boundary) return () => `Decision boundary of ${label}: not computed yet`
    const words = drawBoundary(context, boundary, width, height)
    return () => `Decision boundary of ${label}: ${words()}`
  })
  return <PanelCanvas canvas={canvas} label={`Decision boundary of ${label}`} />
}

/** Draws it into `width` x `height` CSS pixels. @returns what to say of it: "a curve between class A and class B, ..." */
export function drawBoundary(
  context: CanvasRenderingContext2D,
  boundary: BoundaryView,
  width: number,
  height: number,
): () => string {
  const { grid, size, points, extent } = boundary
  paintGrid(context, grid, size, size, pale, ramp('diverging'), true, [0, 0, width, height])
  const pieces = contour(grid, size, 0.5)
  drawContour(context, pieces, width / size)
  drawPoints(context, points, extent, width)
  if (pieces.length === 0) drawNote(context, width, height, everywhere(grid))
  return () =>
    pieces.length === 0
      ? `none, ${everywhere(grid)}`
      : `a curve between ${classNames[0]} and ${classNames[1]}, ${shareRight(boundary)} of ${points.label.length} points on their side`
}

/** What there is instead of a boundary: "50% everywhere", or the class that everything is given to. */
function everywhere(grid: ArrayLike<number>): string {
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < grid.length; i++) {
    least = Math.min(least, grid[i] ?? 0)
    most = Math.max(most, grid[i] ?? 0)
  }
  if (least > 0.45 && most < 0.55) return '50% everywhere'
  return most < 0.5 ? `${classNames[0]} everywhere` : `${classNames[1]} everywhere`
}

function shareRight({ grid, size, extent, points }: BoundaryView): string {
  let right = 0
  for (let i = 0; i < points.label.length; i++) {
    const cell = (value: number) =>
      Math.max(0, Math.min(size - 1, Math.floor(((value + extent) / (2 * extent)) * size)))
    const row = size - 1 - cell(points.xy[2 * i + 1] ?? 0)
    const p = grid[row * size + cell(points.xy[2 * i] ?? 0)] ?? 0
    if (p > 0.5 === (points.label[i] === 1)) right++
  }
  return formatPercent(right / Math.max(1, points.label.length))
}

function drawContour(context: CanvasRenderingContext2D, pieces: readonly number[], cell: number) {
  context.beginPath()
  for (let i = 0; i < pieces.length; i += 4) {
    context.moveTo(((pieces[i] ?? 0) + 0.5) * cell, ((pieces[i + 1] ?? 0) + 0.5) * cell)
    context.lineTo(((pieces[i + 2] ?? 0) + 0.5) * cell, ((pieces[i + 3] ?? 0) + 0.5) * cell)
  }
  context.strokeStyle = token('--ink')
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.stroke()
}

function drawPoints(
  context: CanvasRenderingContext2D,
  { xy, label }: PointsView,
  extent: number,
  width: number,
) {
  const r = Math.max(1.5, width / 78)
  const place = (value: number) => ((value + extent) / (2 * extent)) * width
  context.strokeStyle = token('--sheet')
  context.lineWidth = Math.max(0.8, r * 0.42) * 2
  for (const [kind, colour] of [
    [0, '--div-n'],
    [1, '--div-p'],
  ] as const) {
    context.beginPath()
    for (let i = 0; i < label.length; i++) {
      if (label[i] !== kind) continue
      const x = place(xy[2 * i] ?? 0)
      const y = width - place(xy[2 * i + 1] ?? 0)
      if (kind === 1) context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
      else {
        context.moveTo(x + r, y)
        context.arc(x, y, r, 0, 2 * Math.PI)
      }
    }
    context.stroke()
    context.fillStyle = token(colour)
    context.fill()
  }
}

function drawNote(context: CanvasRenderingContext2D, width: number, height: number, text: string) {
  if (width < 90) return
  context.font = `560 12px ${token('--sans')}`
  context.textAlign = 'center'
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeStyle = token('--div-0')
  context.strokeText(text, width / 2, height - 10)
  context.fillStyle = token('--ink')
  context.fillText(text, width / 2, height - 10)
}
