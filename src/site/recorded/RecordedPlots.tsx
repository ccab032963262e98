/** A recording's time plots as one picture, in the colours and classes of a live figure. Rendered at build time only. */
import type { Recording } from '../../lab/recording.ts'
import type { Setup } from '../../lab/setup.ts'
import { markerPath } from '../../ui/figure/variantStyle.ts'
import { plotsOf, width, wordsOf, type Line, type Plot, type Plots } from './plots.ts'

/** Tenths of a pixel. */
const tidy = (value: number) => Math.round(value * 10) / 10

function End({ line }: { line: Line }) {
  const { x, y, lost } = line.end
  return (
    <path
      className={lost ? 'cross' : 'mark'}
      d={lost ? 'M-6 -6L6 6M6 -6L-6 6' : markerPath(line.style.marker, 4)}
      transform={`translate(${tidy(x)} ${tidy(y)})`}
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
          className="leader"
          d={`M${tidy(end.x + 5)} ${tidy(end.y)}L${tidy(label.x - 2)} ${tidy(label.y - 4)}`}
        />
      ) : null}
      <text className="label" x={tidy(label.x)} y={tidy(label.y)}>
        <tspan className="name">{style.label}</tspan> <tspan className="value">{label.value}</tspan>
      </text>
    </>
  )
}

function PlotOf({ plot, from, to }: { plot: Plot; from: number; to: number }) {
  return (
    <g>
      <text className="recorded-name" x={from} y={plot.top - 8}>
        {plot.name}
      </text>
      {plot.ticks.map(({ at, text }) => (
        <g key={text}>
          <line className="recorded-grid" x1={from} x2={to} y1={tidy(at)} y2={tidy(at)} />
          <text className="recorded-tick" textAnchor="end" x={from - 8} y={tidy(at + 4)}>
            {text}
          </text>
        </g>
      ))}
      <g className="stream">
        {plot.lines.map((line) => (
          <path key={line.style.id} className={`band s${line.style.series}`} d={line.band} />
        ))}
        {plot.lines.map((line) => (
          <g key={line.style.id} className={`s${line.style.series}`}>
            <path className="line" d={line.line} />
            <End line={line} />
            <Label line={line} />
          </g>
        ))}
      </g>
    </g>
  )
}

function ClockAxis({ clock, left, right }: Plots) {
  return (
    <g>
      <line className="recorded-axis" x1={left} x2={right} y1={clock.y} y2={clock.y} />
      {clock.ticks.map(({ at, text }) => (
        <g key={text}>
          <line className="recorded-axis" x1={tidy(at)} x2={tidy(at)} y1={clock.y} y2={clock.y + 5} />
          <text className="recorded-tick" textAnchor="middle" x={tidy(at)} y={clock.y + 19}>
            {text}
          </text>
        </g>
      ))}
      <text className="recorded-tick" x={left} y={clock.y + 37}>
        {clock.words}
      </text>
    </g>
  )
}

/** Plots in one picture: more would not fit a sheet of paper in a size that can be read. */
const mostPlots = 5

/** The setup with its metrics in pieces, in order. */
const pieces = (setup: Setup): Setup[] => {
  const metrics = Object.entries(setup.metrics)
  return Array.from({ length: Math.ceil(metrics.length / mostPlots) }, (_, i) => ({
    ...setup,
    metrics: Object.fromEntries(metrics.slice(i * mostPlots, (i + 1) * mostPlots)),
  }))
}

export function RecordedPlots({ recording, setup }: { recording: Recording; setup: Setup }) {
  const { seeds } = recording
  return (
    <>
      {pieces(setup).map((piece) => {
        const plots = plotsOf(recording, piece)
        return (
          <svg
            key={plots.plots[0]?.name}
            className="recorded-plots"
            viewBox={`0 0 ${width} ${plots.height}`}
            role="img"
            aria-label={wordsOf(recording, piece, plots)}
          >
            {plots.plots.map((plot) => (
              <PlotOf key={plot.name} plot={plot} from={plots.left} to={plots.right} />
            ))}
            <ClockAxis {...plots} />
          </svg>
        )
      })}
      <p className="recorded-note">
        A recording of {seeds.length} seeds. The settings are as published; lines are medians, bands run from
        the least to the greatest seed. The panels of the live figure are not recorded here.
      </p>
    </>
  )
}
