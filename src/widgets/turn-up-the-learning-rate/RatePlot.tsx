/**
 * Training loss against learning rate at the epoch line: for each variant the median over the seeds as a line, from
 * the least to the greatest as a band, and its name at the end. Both axes are logarithmic.
 */
import { useRef } from 'react'
import { styleOf, useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import { useSize, type Size } from '../../ui/figure/useSize.ts'
import { markerPath, type VariantStyle } from '../../ui/figure/variantStyle.ts'
import { formatTick } from '../../ui/format.ts'
import { spread } from '../../ui/plot/spread.ts'
import { ceiling } from './config.ts'
import { curveOf, curveWords, lossWords, type Point } from './curves.ts'
import { rates } from './rates.ts'

/** px around the plot: ticks at the left, names at the right. */
const margin = { top: 14, right: 96, bottom: 40, left: 44 }
const lowest = 0.001
const ticks = [0.001, 0.01, 0.1, 1, 10]

export function RatePlot() {
  const { run, styles } = useFigure()
  const { reach, variants } = useRunState(run)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  // A slide may show fewer variants than were trained.
  const shown = reach.step === 0 ? [] : variants.filter((variant) => styles.has(variant))
  const curves = shown.map((variant) => ({
    style: styleOf(styles, variant),
    points: curveOf(run, variant),
  }))
  const words = curves.map(({ style, points }) => curveWords(style.label, points)).join('; ')
  const label = `Training loss against learning rate. ${words || 'Nothing has been trained yet'}.`
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
  const [first, last] = [rates[0], rates[rates.length - 1]!]
  const x = (rate: number) =>
    margin.left + 14 + (Math.log(rate / first) / Math.log(last / first)) * (right - margin.left - 28)
  // Beside each other where there is room, every other one where there is not.
  const every = x(rates[1]) - x(first) < 30 ? 2 : 1
  const y = (loss: number) => {
    const inside = Math.max(lowest, Math.min(ceiling, loss))
    return bottom - (Math.log(inside / lowest) / Math.log(ceiling / lowest)) * (bottom - margin.top)
  }
  const ends = curves.flatMap(({ style, points }) => {
    const end = points.at(-1)
    return end ? [{ style, loss: end.median, x: x(end.rate), y: y(end.median) }] : []
  })
  const places = spread(
    ends.map((end) => end.y),
    30,
    margin.top,
    bottom - 14,
  )
  return (
    <svg width={width} height={height} style={font} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={right} y1={y(tick)} y2={y(tick)} style={grid} />
          <text x={margin.left - 7} y={y(tick) + 4} style={axis} textAnchor="end">
            {tick === ceiling ? `≥ ${tick}` : formatTick(tick)}
          </text>
        </g>
      ))}
      {rates.map((rate, i) => (
        <g key={rate}>
          <line x1={x(rate)} x2={x(rate)} y1={bottom} y2={bottom + 5} style={tickLine} />
          {i % every === 0 ? (
            <text x={x(rate)} y={bottom + 18} style={axis} textAnchor="middle">
              {rate}
            </text>
          ) : null}
        </g>
      ))}
      <line x1={margin.left} x2={right} y1={bottom} y2={bottom} style={tickLine} />
      <text x={margin.left} y={height - 5} style={axis}>
        learning rate
      </text>
      <g className="stream">
        {curves.map(({ style, points }) => (
          <path key={style.id} className={`s${style.series} band`} d={bandPath(points, x, y)} />
        ))}
        {curves.map(({ style, points }) => (
          <g key={style.id} className={`s${style.series}`}>
            <path className="line" d={linePath(points, x, y)} />
            {points.map(({ rate, median }) => (
              <path
                key={rate}
                className={median >= ceiling ? 'cross' : 'mark'}
                d={median >= ceiling ? 'M-5 -5L5 5M5 -5L-5 5' : markerPath(style.marker, 4)}
                transform={`translate(${x(rate)} ${y(median)})`}
              />
            ))}
          </g>
        ))}
        {ends.map(({ style, loss, ...end }, i) => (
          <g key={style.id} className={`s${style.series}`}>
            {Math.abs(places[i]! - end.y) > 10 ? (
              <path className="leader" d={`M${end.x + 5} ${end.y}L${right + 4} ${places[i]!}`} />
            ) : null}
            <text className="label" transform={`translate(${right + 6} ${places[i]!})`}>
              <tspan className="name">{style.label}</tspan>
              <tspan className="value" x="0" dy="1.16em">
                {lossWords(loss)}
              </tspan>
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}

type Scale = (value: number) => number

const linePath = (points: readonly Point[], x: Scale, y: Scale) =>
  points.map(({ rate, median }, i) => `${i === 0 ? 'M' : 'L'}${x(rate)} ${y(median)}`).join('')

const bandPath = (points: readonly Point[], x: Scale, y: Scale) =>
  points.length === 0
    ? ''
    : `M${[
        ...points.map(({ rate, high }) => `${x(rate)} ${y(high)}`),
        ...points.toReversed().map(({ rate, low }) => `${x(rate)} ${y(low)}`),
      ].join('L')}Z`

const font = { display: 'block', overflow: 'visible', fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }
const axis = { fill: 'var(--ink-3)' }
const grid = { stroke: 'var(--grid)', strokeWidth: 'var(--fig-axis)' }
const tickLine = { stroke: 'var(--plot-axis)' }
