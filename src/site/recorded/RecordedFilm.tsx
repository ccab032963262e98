/** A recorded film: the curve, and what was believed at its moments, in the colours of the theme. Rendered at build time only. */
import type { CSSProperties } from 'react'
import { historyOf } from './history.ts'
import type { Recording } from '../../lab/recording.ts'
import type { Setup } from '../../lab/setup.ts'
import type { BoundaryView, MomentView } from '../../lab/views.ts'
import { contour } from '../../ui/panels/contour.ts'
import { film as places, heightOn, onCurve, placeOn, units } from '../../ui/panels/film.ts'
import { FilmFrame } from '../../ui/panels/FilmFrame.tsx'
import { axisOf, metricOf } from '../../ui/plot/axes.ts'
import { formatClock, formatPercent, formatNumber } from '../../ui/format.ts'
import { LineTrace } from '../../ui/plot/trace.ts'
import { opacityPng, sureOf } from './beliefMasks.ts'

const tidy = (value: number) => Math.round(value * 10) / 10

/** The border between the classes, in units of cells. */
function border({ grid, size }: BoundaryView): string {
  const pieces = contour(grid, size, 0.5)
  let d = ''
  for (let i = 0; i < pieces.length; i += 4)
    d += `M${tidy(pieces[i]! + 0.5)} ${tidy(pieces[i + 1]! + 0.5)}L${tidy(pieces[i + 2]! + 0.5)} ${tidy(pieces[i + 3]! + 0.5)}`
  return d
}

/** The points of a class as lines of no length: their ends are the dots. */
function dots({ points, extent, size }: BoundaryView, label: number): string {
  const place = (value: number) => tidy(((value + extent) / (2 * extent)) * size)
  let d = ''
  points.label.forEach((each, i) => {
    if (each === label) d += `M${place(points.xy[2 * i]!)} ${tidy(size - place(points.xy[2 * i + 1]!))}h0`
  })
  return d
}

function Picture({ view, words }: { view: MomentView; words: string }) {
  const { boundary } = view
  const { size } = boundary
  const sure = sureOf(boundary.grid)
  const line = border(boundary)
  return (
    <div className="belief" role="img" aria-label={words}>
      {(['a', 'b'] as const).map((of) => (
        <i
          key={of}
          className={of}
          style={{ '--sure': `url(${opacityPng(sure[of], size)})` } as CSSProperties}
        />
      ))}
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <path className="belief-border" d={line} />
        {[0, 1].map((label) => (
          <g key={label} className={label === 0 ? 'a' : 'b'}>
            <path className="rim" d={dots(boundary, label)} />
            <path d={dots(boundary, label)} />
          </g>
        ))}
      </svg>
      {line === '' ? <span>50% everywhere</span> : null}
    </div>
  )
}

export function RecordedFilm({ recording, setup }: { recording: Recording; setup: Setup }) {
  const { film } = setup
  const [[variant, recorded] = []] = Object.entries(recording.variants)
  if (!film || variant === undefined || !recorded)
    throw new Error(`Expected a film in the setup of ${recording.widget} and a recording of it, found none.`)
  const { metric } = film
  const description = metricOf(setup, metric)
  const clock = setup.clock(recording.config as never)
  const span = clock.end - clock.start
  const axis = axisOf(description, false)
  const history = historyOf(recording)
  const curve = [history.epochs(variant), history.median(variant, metric)] as const
  const [place, y] = [placeOn(clock), heightOn(axis)]
  const line = new LineTrace({ x: (epoch) => place(epoch) * units, y, perColumn: 1 })
  const last = curve[0].length - 1
  const end = curve[1][last] ?? Number.NaN
  return (
    <FilmFrame
      metric={description}
      axis={axis}
      clock={clock}
      words={film.words(...curve)}
      moments={recorded.views.map(({ view }) => {
        const { epoch, right } = view as MomentView
        const words = `Decision boundary at ${clock.name} ${formatClock(epoch, span)}, ${formatPercent(right)} of the test points right`
        return {
          epoch,
          right,
          y: onCurve(...curve, epoch, y),
          picture: <Picture view={view as MomentView} words={words} />,
        }
      })}
    >
      <svg
        className="film-recorded s1"
        viewBox={`0 0 ${units} ${places.end}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Recorded run to ${clock.name} ${formatClock(clock.end, span)}: ${description.label} ${formatNumber(curve[1][0] ?? Number.NaN)} at the start, ${formatNumber(end)} at the end.`}
      >
        <path className="line" d={line.path(...curve, 0, last)} />
      </svg>
    </FilmFrame>
  )
}
