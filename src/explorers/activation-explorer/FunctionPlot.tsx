/** A function of one number as SVG: axes, curve, the reader's x, and what is known about the curve there. */
import { useRef, type PointerEvent } from 'react'
import { useSize } from '../../ui/figure/useSize.ts'
import { fine, thinLine } from '../../ui/plot/thin.ts'
import { linearTicks, type Domain } from '../../ui/plot/ticks.ts'
import { formatTick } from '../../ui/format.ts'

/** Before the size is known (and on the server) the drawing is scaled from this size. */
const assumed = { width: 500, height: 280 }
const margin = { left: 40, right: 14, top: 14, bottom: 26 }
const samples = 240

export interface FunctionPlotProps {
  title: string
  /** Class of the line's look: `s1`, `s2`. */
  series: 's1' | 's2'
  of: (x: number) => number
  xDomain: Domain
  yDomain: Domain
  x: number
  onX: (x: number) => void
  /** Draws the tangent of this slope at x. */
  tangent?: number
  /** Horizontal lines with a name: the ends of the range. */
  limits?: readonly { at: number; label: string; below: boolean }[]
  /** Stretches of x that are shaded: where the function is flat. */
  flat?: readonly Domain[]
  label: string
}

export function FunctionPlot(props: FunctionPlotProps) {
  const { title, series, of, xDomain, yDomain, x, onX, tangent, limits = [], flat = [], label } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const { width, height } = size ?? assumed
  const plotWidth = width - margin.left - margin.right
  const plotHeight = height - margin.top - margin.bottom
  const px = (value: number) => margin.left + ((value - xDomain[0]) / (xDomain[1] - xDomain[0])) * plotWidth
  const py = (value: number) => margin.top + ((yDomain[1] - value) / (yDomain[1] - yDomain[0])) * plotHeight
  const y = of(x)
  const clip = `clip-${series}`

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const left = event.currentTarget.getBoundingClientRect().left
    const at = xDomain[0] + ((event.clientX - left - margin.left) / plotWidth) * (xDomain[1] - xDomain[0])
    onX(Math.max(xDomain[0], Math.min(xDomain[1], Math.round(at * 10) / 10)))
  }
  return (
    <div className="plot">
      <div className="plot-name">{title}</div>
      <div
        className="function-box"
        ref={box}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag(event)
        }}
        onPointerMove={drag}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <clipPath id={clip}>
            <rect x={margin.left} y={margin.top} width={plotWidth} height={plotHeight} />
          </clipPath>
          {flat.map(([from, to]) => (
            <rect
              key={from}
              className="flat"
              x={px(from)}
              y={margin.top}
              width={px(to) - px(from)}
              height={plotHeight}
            />
          ))}
          {linearTicks(...yDomain, 5).map((tick) => (
            <g key={tick}>
              <line
                className={tick === 0 ? 'zero' : 'grid'}
                x1={margin.left}
                x2={width - margin.right}
                y1={py(tick)}
                y2={py(tick)}
              />
              <text className="tick" x={margin.left - 8} y={py(tick) + 4} textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {linearTicks(...xDomain, 6).map((tick) => (
            <text key={tick} className="tick" x={px(tick)} y={height - 6} textAnchor="middle">
              {formatTick(tick)}
            </text>
          ))}
          <line className="zero" x1={px(0)} x2={px(0)} y1={margin.top} y2={height - margin.bottom} />
          {limits.map(({ at, label: name, below }) => (
            <g key={name}>
              <line className="limit" x1={margin.left} x2={width - margin.right} y1={py(at)} y2={py(at)} />
              <text className="limit-name" x={margin.left + 6} y={py(at) + (below ? 15 : -6)}>
                {name}
              </text>
            </g>
          ))}
          <g className={`stream ${series}`} clipPath={`url(#${clip})`}>
            <path className="line solid" d={curve(of, xDomain, px, py)} />
            {tangent === undefined ? null : (
              <line
                className="tangent"
                x1={px(x - 1.5)}
                y1={py(y - 1.5 * tangent)}
                x2={px(x + 1.5)}
                y2={py(y + 1.5 * tangent)}
              />
            )}
          </g>
          <line className="at" x1={px(x)} x2={px(x)} y1={margin.top} y2={height - margin.bottom} />
          <circle
            className="reader"
            cx={px(x)}
            cy={py(Math.max(yDomain[0], Math.min(yDomain[1], y)))}
            r="6"
          />
        </svg>
      </div>
    </div>
  )
}

/** Sampled evenly, and a hair on both sides of 0, where kinks and jumps are. */
function curve(
  of: (x: number) => number,
  [from, to]: Domain,
  px: (x: number) => number,
  py: (y: number) => number,
): string {
  const xs = Array.from({ length: samples + 1 }, (_, i) => from + ((to - from) * i) / samples)
  xs.push(-1e-6, 1e-6)
  xs.sort((a, b) => a - b)
  return thinLine(
    xs.map((x) => ({ x: px(x), y: py(of(x)) })),
    fine,
  )
}
