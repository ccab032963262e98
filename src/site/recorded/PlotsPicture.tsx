/**
 * A recording's time plots as one picture, in the look of a live figure. It stands in a file of its own, which no style
 * sheet of a page reaches: what it looks like is in attributes, and its colours and sizes are the page's, which it
 * inherits where it is shown. Rendered at build time only.
 */
import { markerPath } from '../../ui/figure/variantStyle.ts'
import type { Line, Plot, Plots, Tick } from './plots.ts'

/** Tenths of a pixel. */
const tidy = (value: number) => Math.round(value * 10) / 10

function End({ line }: { line: Line }) {
  const { x, y, lost } = line.end
  const place = { transform: `translate(${tidy(x)} ${tidy(y)})` }
  return lost ? (
    <path fill="none" stroke="currentColor" strokeWidth="3" d="M-6 -6L6 6M6 -6L-6 6" {...place} />
  ) : (
    <path
      fill="currentColor"
      stroke="var(--stage)"
      strokeWidth="1.8"
      paintOrder="stroke"
      d={markerPath(line.style.marker, 4)}
      {...place}
    />
  )
}

function Label({ line }: { line: Line }) {
  const { end, label, style } = line
  const moved = !end.lost && Math.abs(label.y - 4 - end.y) > 3
  return (
    <>
      {moved ? (
        <path
          fill="none"
          stroke="currentColor"
          opacity="0.7"
          d={`M${tidy(end.x + 5)} ${tidy(end.y)}L${tidy(label.x - 2)} ${tidy(label.y - 4)}`}
        />
      ) : null}
      <text
        fill="currentColor"
        stroke="var(--stage)"
        strokeWidth="4"
        paintOrder="stroke"
        fontSize="var(--fig-label)"
        x={tidy(label.x)}
        y={tidy(label.y)}
      >
        <tspan fontWeight="680">{style.label}</tspan> <tspan fontWeight="450">{label.value}</tspan>
      </text>
    </>
  )
}

function Curve({ line }: { line: Line }) {
  return (
    <g color={`var(--c${line.style.series})`}>
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="var(--fig-line)"
        strokeDasharray={`var(--dash${line.style.series})`}
        strokeLinejoin="round"
        d={line.line}
      />
      <End line={line} />
      <Label line={line} />
    </g>
  )
}

function Ticks({ ticks, place }: { ticks: Tick[]; place: (at: number) => { x: number; y: number } }) {
  return ticks.map(({ at, text }) => (
    <text key={text} {...place(at)}>
      {text}
    </text>
  ))
}

function PlotOf({ plot, from, to }: { plot: Plot; from: number; to: number }) {
  const grid = plot.ticks.map(({ at }) => `M${from} ${tidy(at)}H${tidy(to)}`).join('')
  return (
    <>
      <text fontWeight="560" fill="var(--ink)" x={from} y={plot.top - 8}>
        {plot.name}
      </text>
      <path fill="none" stroke="var(--grid)" d={grid} />
      <g fill="var(--ink-3)" textAnchor="end">
        <Ticks ticks={plot.ticks} place={(at) => ({ x: from - 8, y: tidy(at + 4) })} />
      </g>
      {plot.lines.map(({ style: { id, series }, band }) => (
        <path key={id} fill={`var(--c${series})`} opacity="var(--band)" d={band} />
      ))}
      {plot.lines.map((line) => (
        <Curve key={line.style.id} line={line} />
      ))}
    </>
  )
}

function ClockAxis({ clock, left, right }: Plots) {
  const marks = clock.ticks.map(({ at }) => `M${tidy(at)} ${clock.y}v5`).join('')
  return (
    <>
      <path fill="none" stroke="var(--plot-axis)" d={`M${left} ${clock.y}H${tidy(right)}${marks}`} />
      <g fill="var(--ink-3)">
        <g textAnchor="middle">
          <Ticks ticks={clock.ticks} place={(at) => ({ x: tidy(at), y: clock.y + 19 })} />
        </g>
        <text x={left} y={clock.y + 37}>
          {clock.words}
        </text>
      </g>
    </>
  )
}

export function PlotsPicture({ id, plots }: { id: string; plots: Plots }) {
  return (
    <g id={id}>
      {plots.plots.map((plot) => (
        <PlotOf key={plot.name} plot={plot} from={plots.left} to={plots.right} />
      ))}
      <ClockAxis {...plots} />
    </g>
  )
}
