/** The cloud as SVG, one unit equally long on both axes, with its principal axes and its one-sd ellipse. */
import { useId, useRef } from 'react'
import { formatTick } from '../../ui/format.ts'
import { markerPath, type Marker } from '../../ui/figure/variantStyle.ts'
import { useSize } from '../../ui/figure/useSize.ts'
import { ellipseOf } from '../../ui/plot/ellipse.ts'
import { linearTicks } from '../../ui/plot/ticks.ts'
import type { Vector } from './matrix.ts'
import { pictureOf, type View } from './picture.ts'

/** Before the size is known (and on the server) the drawing is scaled from this size. */
const assumed = { width: 420, height: 320 }
const margin = { left: 34, right: 10, top: 10, bottom: 24 }

const followedMarks: readonly { name: string; marker: Marker }[] = [
  { name: 'A', marker: 'circle' },
  { name: 'B', marker: 'square' },
  { name: 'C', marker: 'triangle' },
]

export interface CloudPlotProps {
  title: string
  axes: readonly [string, string]
  view: View
  points: readonly Vector[]
  /** Indices of the points A, B and C. */
  followed: readonly number[]
  /** What to draw, as `numbersOf` made it. */
  numbers: readonly number[]
  /** Draws where A, B and C were before, and the way from there. */
  paths: boolean
  label: string
}

export function CloudPlot(props: CloudPlotProps) {
  const { title, axes, view, points, followed, numbers, paths, label } = props
  const clip = useId()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box) ?? assumed
  const picture = pictureOf(numbers)
  const plotWidth = width - margin.left - margin.right
  const plotHeight = height - margin.top - margin.bottom
  const unit = Math.min(plotWidth, plotHeight) / 2
  const middle: Vector = [margin.left + plotWidth / 2, margin.top + plotHeight / 2]
  const pixel = ([x, y]: Vector): Vector => [middle[0] + unit * x, middle[1] - unit * y]
  const at = (point: Vector) => {
    const [x, y] = pixel(point)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const from = (share: number, [x, y]: Vector): Vector => [
    picture.mean[0] + share * x,
    picture.mean[1] + share * y,
  ]
  const [first, second] = picture.radii
  const ends = (axis: 0 | 1, pixels: number): [number, number] => {
    const reach = (pixels / 2 / unit) * view.half
    return [view.centre[axis] - reach, view.centre[axis] + reach]
  }
  const tickAt = (axis: 0 | 1, value: number) => {
    const place = (value - view.centre[axis]) / view.half
    return pixel([place, place])[axis]
  }
  const bottom = height - margin.bottom
  const right = width - margin.right
  return (
    <div className="plot">
      <div className="plot-name">{title}</div>
      <div className="cloud-box" ref={box}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <clipPath id={clip}>
            <rect x={margin.left} y={margin.top} width={plotWidth} height={plotHeight} />
          </clipPath>
          {linearTicks(...ends(1, plotHeight), 6).map((tick) => (
            <g key={tick}>
              <line
                className={tick === 0 ? 'zero' : 'grid'}
                x1={margin.left}
                x2={right}
                y1={tickAt(1, tick)}
                y2={tickAt(1, tick)}
              />
              <text className="tick" x={margin.left - 6} y={tickAt(1, tick) + 4} textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {linearTicks(...ends(0, plotWidth), 8).map((tick) => (
            <text key={tick} className="tick" x={tickAt(0, tick)} y={height - 6} textAnchor="middle">
              {formatTick(tick)}
            </text>
          ))}
          <line className="zero" x1={tickAt(0, 0)} x2={tickAt(0, 0)} y1={margin.top} y2={bottom} />
          <g clipPath={`url(#${clip})`}>
            <path
              className="points s1"
              d={points.map((point) => `M${at(picture.place(point))}h0`).join('')}
            />
            <ellipse
              className="ellipse"
              {...ellipseOf(
                pixel(picture.mean),
                [unit * first[0], -unit * first[1]],
                [unit * second[0], -unit * second[1]],
              )}
            />
            <path className="axis-1" d={`M${at(from(-1, first))}L${at(from(1, first))}`} />
            <path className="axis-2" d={`M${at(from(-1, second))}L${at(from(1, second))}`} />
            {followedMarks.map(({ name, marker }, i) => {
              const point = points[followed[i] ?? 0] ?? [0, 0]
              const now = picture.place(point)
              const before = picture.before(point)
              const [x, y] = pixel(now)
              // The name stands where the way does not come from; without a way, on the outer side.
              const side = now[0] >= (paths ? before[0] : picture.mean[0]) ? 1 : -1
              return (
                <g key={name} className="followed">
                  {paths ? (
                    <>
                      <path className="way" d={`M${at(before)}L${at(now)}`} />
                      <path
                        className="hollow"
                        d={markerPath(marker, 6)}
                        transform={`translate(${at(before)})`}
                      />
                    </>
                  ) : null}
                  <path className="solid" d={markerPath(marker, 6)} transform={`translate(${at(now)})`} />
                  <text className="name" x={x + 11 * side} y={y - 6} textAnchor={side > 0 ? 'start' : 'end'}>
                    {name}
                  </text>
                </g>
              )
            })}
          </g>
          <text className="axis-name" x={margin.left + 5} y={margin.top + 11}>
            ↑ {axes[1]}
          </text>
          <text className="axis-name" x={right - 4} y={bottom - 6} textAnchor="end">
            {axes[0]} →
          </text>
        </svg>
      </div>
    </div>
  )
}
