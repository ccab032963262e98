/** The curve of a film as it is trained: line, label, epoch line and handle, over axes that the film draws. */
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { styleOf, useFigure, useRunValue } from '../figure/FigureContext.ts'
import { useFrame } from '../figure/useFrame.ts'
import { useSize } from '../figure/useSize.ts'
import { metricOf, type Axis } from '../plot/axes.ts'
import { EpochHandle } from '../plot/EpochHandle.tsx'
import { widestValues } from '../plot/labels.ts'
import type { PlotScales } from '../plot/StreamLayer.tsx'
import { StreamPainter } from '../plot/StreamPainter.ts'
import { usePlotLabel } from '../plot/usePlotLabel.ts'
import { useScrub } from '../plot/useScrub.ts'
import { film, heightOn, placeOn } from './film.ts'

/** px beside the curve that its label may use; at least `--film-right` of film.css. */
const labelRoom = 56

export function FilmCurve({ metric, axis }: { metric: string; axis: Axis }) {
  const { run, styles, ghost } = useFigure()
  const { setup } = run
  const config = useRunValue(run, (state) => state.config)
  const variants = useRunValue(run, (state) => state.variants)
  const clock = setup.clock(config)
  const [box, root] = [useRef<HTMLDivElement>(null), useRef<SVGGElement>(null)]
  const painter = useRef<StreamPainter | null>(null)
  const size = useSize(box)
  usePlotLabel(box, metric)
  const width = size?.width ?? 0
  const { start, end } = clock
  const scales = useMemo<PlotScales | null>(() => {
    const place = placeOn({ start, end })
    if (width === 0) return null
    const area = { x: 0, y: film.top, width, height: film.base - film.top }
    return { area, x: (epoch) => place(epoch) * width }
  }, [width, start, end])
  const scrub = useScrub(run, clock, scales)
  const make = useEffectEvent(() => {
    if (!root.current || !scales) return
    const description = metricOf(setup, metric)
    painter.current = new StreamPainter(
      root.current,
      {
        ...scales,
        metric,
        description,
        clock,
        y: heightOn(axis),
        measurements: Math.ceil(setup.steps(config) / Math.max(1, setup.measureEvery(config))) + 1,
        flag: true,
        width: width + labelRoom,
        widest: widestValues(description),
        named: undefined,
      },
      variants.map((variant) => styleOf(styles, variant)),
    )
    painter.current.paint(run, ghost())
  })
  const { domain, scale } = axis
  useEffect(() => {
    make()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they are what the painter is made from
  }, [run, scales, domain, scale, config, variants, ghost])
  useFrame(run, () => painter.current?.paint(run, ghost()))
  return (
    <div className="plot" data-metric={metric} {...scrub}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> cannot be drawn on */}
      <div className="plot-box" ref={box} role="img" aria-label={metricOf(setup, metric).label}>
        <svg className="film-curve">
          <g ref={root} className="stream" />
        </svg>
      </div>
      {scales ? <EpochHandle scales={scales} clock={clock} /> : null}
    </div>
  )
}
