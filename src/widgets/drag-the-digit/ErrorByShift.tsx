/**
 * Test error against how far the images are moved, at the epoch line: for each variant the median over the seeds as a
 * line, from the least to the greatest as a band, and its name at the end.
 */
import { useRef } from 'react'
import { styleOf, useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import { useSize, type Size } from '../../ui/figure/useSize.ts'
import { markerPath, type VariantStyle } from '../../ui/figure/variantStyle.ts'
import { formatPercent } from '../../ui/format.ts'
import { spread } from '../../ui/plot/spread.ts'
import { reach, shifted } from './config.ts'
import { pointsOf, pointsWords, type Point } from './facts.ts'

/** px around the plot: ticks at the left, names at the right. */
const margin = { top: 12, right: 104, bottom: 40, left: 48 }
const ticks = [0, 0.25, 0.5, 0.75, 1]

export function ErrorByShift() {
  const { run, styles } = useFigure()
  const { reach: trained, variants } = useRunState(run)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  // A slide may show fewer variants than were trained.
  const shown = trained.step === 0 ? [] : variants.filter((variant) => styles.has(variant))
  const curves = shown.map((variant) => ({
    style: styleOf(styles, variant),
    points: pointsOf(run, variant),
  }))
  const words = curves.map(({ style, points }) => pointsWords(style.label, points)).join('; ')
  const label = `Test error against the shift in pixels. ${words || 'Nothing has been trained yet'}.`
  return (
    <div ref={box} role="img" aria-label={label} style={{ height: '100%' }}>
      {size ? <Picture size={size} curves={curves} /> : null}
    </div>
  )
}

interface Curve {
  style: VariantStyle
  points: readonly Point[]
}

function Picture({ size: { width, height }, curves }: { size: Size; curves: readonly Curve[] }) {
  const [right, bottom] = [width - margin.right, height - margin.bottom]
  const x = (by: number) => margin.left + 14 + (by / reach) * (right - margin.left - 28)
  const y = (error: number) => bottom - error * (bottom - margin.top)
  const ends = curves.flatMap(({ style, points }) => {
    const end = points.at(-1)
    return end ? [{ style, x: x(end.by), y: y(end.median) }] : []
  })
  const places = spread(
    ends.map((end) => end.y),
    16,
    margin.top,
    bottom,
  )
  return (
    <svg width={width} height={height} style={font} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={right} y1={y(tick)} y2={y(tick)} style={tick === 0 ? axisLine : grid} />
          <text x={margin.left - 7} y={y(tick) + 4} style={axis} textAnchor="end">
            {formatPercent(tick)}
          </text>
        </g>
      ))}
      {shifted.map(({ by }) => (
        <g key={by}>
          <line x1={x(by)} x2={x(by)} y1={bottom} y2={bottom + 5} style={axisLine} />
          <text x={x(by)} y={bottom + 18} style={axis} textAnchor="middle">
            {by}
          </text>
        </g>
      ))}
      <text x={margin.left} y={height - 5} style={axis}>
        pixels that the test images are moved by
      </text>
      <g className="stream">
        {curves.map(({ style, points }) => (
          <path key={style.id} className={`s${style.series} band`} d={bandPath(points, x, y)} />
        ))}
        {curves.map(({ style, points }) => (
          <g key={style.id} className={`s${style.series}`}>
            <path className="line" d={linePath(points, x, y)} />
            {points.map(({ by, median }) => (
              <path
                key={by}
                className="mark"
                d={markerPath(style.marker, 4)}
                transform={`translate(${x(by)} ${y(median)})`}
              />
            ))}
          </g>
        ))}
        {ends.map(({ style, ...end }, i) => (
          <g key={style.id} className={`s${style.series}`}>
            {Math.abs(places[i]! - end.y) > 6 ? (
              <path className="leader" d={`M${end.x + 6} ${end.y}L${right + 4} ${places[i]!}`} />
            ) : null}
            <text className="label" transform={`translate(${right + 6} ${places[i]! + 4})`}>
              <tspan className="name">{style.label}</tspan>
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}

type Scale = (value: number) => number

const linePath = (points: readonly Point[], x: Scale, y: Scale) =>
  points.map(({ by, median }, i) => `${i === 0 ? 'M' : 'L'}${x(by)} ${y(median)}`).join('')

const bandPath = (points: readonly Point[], x: Scale, y: Scale) =>
  points.length === 0
    ? ''
    : `M${[
        ...points.map(({ by, high }) => `${x(by)} ${y(high)}`),
        ...points.toReversed().map(({ by, low }) => `${x(by)} ${y(low)}`),
      ].join('L')}Z`

const font = { display: 'block', overflow: 'visible', fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }
const axis = { fill: 'var(--ink-3)' }
const grid = { stroke: 'var(--grid)', strokeWidth: 'var(--fig-axis)' }
const axisLine = { stroke: 'var(--plot-axis)' }
