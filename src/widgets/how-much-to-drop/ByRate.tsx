/**
 * Test error against the rate of dropout at the epoch line: the median over the seeds as a marker, each seed as a dot,
 * and the median training error as a line across. Below the axis the rates at which the paper's curve is flat.
 */
import { useRef } from 'react'
import { styleOf, useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import { useSize, type Size } from '../../ui/figure/useSize.ts'
import { markerPath, type VariantStyle } from '../../ui/figure/variantStyle.ts'
import { formatPercent } from '../../ui/format.ts'
import { pointsOf, pointWords, type Point } from './points.ts'

/** px around the plot: ticks at the left, the axis and the paper's rates below. */
const margin = { top: 14, right: 16, bottom: 80, left: 48 }
/** px from the ends of the axis to a rate of 0 and of 1. */
const inset = 18
const ticks = [0, 0.25, 0.5, 0.75, 1]
/** Srivastava et al. (2014), Fig. 9a: flat where 0.4 to 0.8 of the units are kept. */
const flat = [0.2, 0.6] as const

interface Drawn extends Point {
  style: VariantStyle
}

export function ByRate() {
  const { run, styles } = useFigure()
  const { reach } = useRunState(run)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  // A slide may show fewer variants than were trained.
  const points = reach.step === 0 ? [] : pointsOf(run).filter(({ variant }) => styles.has(variant))
  const words = points.map((point) => pointWords(run, point)).join('; ')
  const label = `Error against the rate. ${words || 'Nothing has been trained yet'}.`
  return (
    <div ref={box} role="img" aria-label={label} style={{ height: '100%' }}>
      {size ? (
        <Picture
          size={size}
          points={points.map((point) => ({ ...point, style: styleOf(styles, point.variant) }))}
        />
      ) : null}
    </div>
  )
}

function Picture({ size: { width, height }, points }: { size: Size; points: readonly Drawn[] }) {
  const [right, bottom] = [width - margin.right, height - margin.bottom]
  const x = (rate: number) => margin.left + inset + rate * (right - margin.left - 2 * inset)
  const y = (error: number) => bottom - error * (bottom - margin.top)
  return (
    <svg width={width} height={height} style={font} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={right} y1={y(tick)} y2={y(tick)} style={tick === 0 ? axisLine : grid} />
          <text x={margin.left - 7} y={y(tick) + 4} style={words} textAnchor="end">
            {formatPercent(tick)}
          </text>
        </g>
      ))}
      {Array.from({ length: 6 }, (_, i) => i / 5).map((rate) => (
        <g key={rate}>
          <line x1={x(rate)} x2={x(rate)} y1={bottom} y2={bottom + 5} style={axisLine} />
          <text x={x(rate)} y={bottom + 19} style={words} textAnchor="middle">
            {rate}
          </text>
        </g>
      ))}
      <text x={right} y={bottom + 36} style={words} textAnchor="end">
        rate, the share that is dropped
      </text>
      {points.length > 0 ? (
        <g>
          <path
            d={`M${x(flat[0])} ${bottom + 46}v6H${x(flat[1])}v-6`}
            style={{ fill: 'none', stroke: 'var(--ink-3)' }}
          />
          <text x={x(flat[0])} y={bottom + 72} style={words}>
            flat in the paper&rsquo;s Fig. 9a
          </text>
        </g>
      ) : null}
      <g className="stream">
        {points.map(({ variant, rate, median, seeds, training, style }) => (
          <g key={variant} className={`s${style.series}`}>
            <line
              x1={x(rate) - 12}
              x2={x(rate) + 12}
              y1={y(training)}
              y2={y(training)}
              style={{ stroke: 'var(--c)', strokeWidth: 2 }}
            />
            {seeds.map((error, seed) => (
              <circle
                // oxlint-disable-next-line react/no-array-index-key -- a seed has no other name here
                key={seed}
                cx={x(rate)}
                cy={y(error)}
                r={2.2}
                style={{ fill: 'var(--c)', opacity: 0.55 }}
              />
            ))}
            <path
              className="mark"
              d={markerPath(style.marker, 5)}
              transform={`translate(${x(rate)} ${y(median)})`}
            />
            <text
              className="label value"
              x={x(rate) + (rate > 0.8 ? -10 : 10)}
              y={y(median) - 10}
              textAnchor={rate > 0.8 ? 'end' : 'start'}
            >
              {formatPercent(median)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}

const font = { display: 'block', overflow: 'visible', fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }
const words = { fill: 'var(--ink-3)' }
const grid = { stroke: 'var(--grid)', strokeWidth: 'var(--fig-axis)' }
const axisLine = { stroke: 'var(--plot-axis)' }
