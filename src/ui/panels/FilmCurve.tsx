/** The curve of a film as it is trained: line, label, epoch line and handle, over axes that the film draws. */
import { useMemo, useRef } from 'react'
import type { Clock } from '../../lab/setup.ts'
import { useFigure } from '../figure/FigureContext.ts'
import { useSize } from '../figure/useSize.ts'
import { metricOf, type Axis } from '../plot/axes.ts'
import { EpochHandle } from '../plot/EpochHandle.tsx'
import { usePlotLabel } from '../plot/usePlotLabel.ts'
import { useScrub } from '../plot/useScrub.ts'
import { useStream, type PlotPlace } from '../plot/useStream.ts'
import { film, heightOn, placeOn } from './film.ts'

/** px beside the curve that its label may use; at least `--film-right` of film.css. */
const labelRoom = 56

export function FilmCurve({ metric, axis, clock }: { metric: string; axis: Axis; clock: Clock }) {
  const { run } = useFigure()
  const box = useRef<HTMLDivElement>(null)
  usePlotLabel(box, metric)
  const width = useSize(box)?.width ?? 0
  const { start, end } = clock
  const place = useMemo<PlotPlace | null>(() => {
    const x = placeOn({ start, end })
    if (width === 0) return null
    return {
      area: { x: 0, y: film.top, width, height: film.base - film.top },
      x: (epoch) => x(epoch) * width,
      y: heightOn(axis),
      width: width + labelRoom,
      flag: true,
      named: undefined,
    }
  }, [width, start, end, axis])
  const scrub = useScrub(run, clock, place)
  const root = useStream(metric, clock, place)
  return (
    <div className="plot" data-metric={metric} {...scrub}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> cannot be drawn on */}
      <div className="plot-box" ref={box} role="img" aria-label={metricOf(run.setup, metric).label}>
        <svg className="film-curve">
          <g ref={root} className="stream" />
        </svg>
      </div>
      {place ? <EpochHandle scales={place} clock={clock} /> : null}
    </div>
  )
}
