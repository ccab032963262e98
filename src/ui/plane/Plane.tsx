/** A plot of two axes as SVG, with points on it that the reader drags. */
import { useId, useRef, type ReactNode } from 'react'
import { useSize } from '../figure/useSize.ts'
import { formatTick } from '../format.ts'
import { linearTicks, type Domain } from '../plot/ticks.ts'
import { Grip, type GripProps } from './Grip.tsx'
import { frameOf, type Frame, type Margin, type Vector } from './geometry.ts'

/** Before the size is known (and on the server) the drawing is scaled from this size. */
const assumed = { width: 420, height: 300 }

/** Words beside a point, on top of all that is drawn. */
export interface Note {
  at: Vector
  words: string
  /** px from the point to the words: to the right and up where positive. */
  away: Vector
  /** Class of its colour, `s1` to `s6`; ink without. */
  series?: string
  /** A dot stands at the point. */
  dot?: boolean
}

export interface PlaneProps {
  title: string
  x: Domain
  y: Domain
  /** What stands on the axes: "w₁" and "w₂". An axis without a name has no ticks. */
  xName?: string
  yName?: string
  /** Own ticks instead of round numbers. */
  xTicks?: readonly { at: number; words: string }[]
  /** 1 is as long on both axes. */
  oneUnit?: boolean
  /** Class of the box, which gives it its height: `tall`, `low`. */
  size?: string
  /** What the picture shows now, for who does not see it. */
  label: string
  grips?: readonly Omit<GripProps, 'frame'>[]
  /** What is drawn, cut off at the edges of the plot. */
  children: (frame: Frame) => ReactNode
  notes?: readonly Note[]
}

export function Plane(props: PlaneProps) {
  const {
    title,
    xName,
    yName,
    xTicks,
    oneUnit = false,
    size,
    label,
    grips = [],
    notes = [],
    children,
  } = props
  const clip = useId()
  const box = useRef<HTMLDivElement>(null)
  const margin: Margin = { left: yName ? 34 : 10, right: 10, top: 10, bottom: xName || xTicks ? 24 : 10 }
  const frame = frameOf(useSize(box) ?? assumed, margin, { x: props.x, y: props.y }, oneUnit)
  const { width, height, left, right, top, bottom } = frame
  const [zeroX, zeroY] = frame.pixel([0, 0])
  const columns =
    xTicks ?? (xName ? linearTicks(...frame.x, 6).map((at) => ({ at, words: formatTick(at) })) : [])
  return (
    <div className="plot plane">
      <div className="plot-name">{title}</div>
      <div className={size ? `plane-box ${size}` : 'plane-box'} ref={box}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <clipPath id={clip}>
            <rect x={left} y={top} width={right - left} height={bottom - top} />
          </clipPath>
          {(yName ? linearTicks(...frame.y, 5) : []).map((tick) => {
            const y = frame.pixel([0, tick])[1]
            return (
              <g key={tick}>
                <line className="grid" x1={left} x2={right} y1={y} y2={y} />
                <text className="tick" x={left - 6} y={y + 4} textAnchor="end">
                  {formatTick(tick)}
                </text>
              </g>
            )
          })}
          {columns.map(({ at, words }) => (
            <text key={at} className="tick" x={frame.pixel([at, 0])[0]} y={height - 6} textAnchor="middle">
              {words}
            </text>
          ))}
          {zeroX >= left && zeroX <= right ? (
            <line className="zero" x1={zeroX} x2={zeroX} y1={top} y2={bottom} />
          ) : null}
          {zeroY >= top && zeroY <= bottom ? (
            <line className="zero" x1={left} x2={right} y1={zeroY} y2={zeroY} />
          ) : null}
          <g clipPath={`url(#${clip})`}>{children(frame)}</g>
          {yName ? (
            <text className="axis-name" x={left + 5} y={top + 11}>
              ↑ {yName}
            </text>
          ) : null}
          {xName ? (
            <text className="axis-name" x={right - 4} y={bottom - 6} textAnchor="end">
              {xName} →
            </text>
          ) : null}
          {notes.map(({ at, words, away, series, dot }) => {
            const [x, y] = frame.pixel(at)
            return (
              <g key={words} className={series}>
                {dot ? <circle className="dot" cx={x} cy={y} r="5.5" /> : null}
                <text
                  className="note"
                  x={x + away[0]}
                  y={y - away[1]}
                  textAnchor={away[0] < 0 ? 'end' : away[0] > 0 ? 'start' : 'middle'}
                >
                  {words}
                </text>
              </g>
            )
          })}
        </svg>
        {grips.map((grip) => (
          <Grip key={grip.name} frame={frame} {...grip} />
        ))}
      </div>
    </div>
  )
}
