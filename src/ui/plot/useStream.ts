/** The StreamPainter of a plot: made anew when what it is made from changes, and repainted with the run alone. Client only. */
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { Clock } from '../../lab/setup.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { useFrame } from '../figure/useFrame.ts'
import { metricOf } from './axes.ts'
import { widestValues } from './labels.ts'
import { StreamPainter, type PlotSpec } from './StreamPainter.ts'

/** Where the lines lie; the same object as long as nothing of it changes. */
export type PlotPlace = Pick<PlotSpec, 'area' | 'x' | 'y' | 'width' | 'flag' | 'named'>

/** @param place null while it is not known. @returns goes on the `<g>` that the lines are drawn in. */
export function useStream(
  metric: string,
  clock: Clock,
  place: PlotPlace | null,
): RefObject<SVGGElement | null> {
  const { run, styles, ghost } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  const config = useRunValue(run, (state) => state.config)
  const root = useRef<SVGGElement>(null)
  const painter = useRef<StreamPainter | null>(null)
  const paint = () => painter.current?.paint(run, ghost())
  const make = useEffectEvent(() => {
    const { setup } = run
    const description = metricOf(setup, metric)
    if (root.current && place)
      painter.current = new StreamPainter(
        root.current,
        {
          ...place,
          metric,
          description,
          clock,
          measurements:
            Math.ceil(setup.steps(config) / Math.max(1, setup.measureEvery(config))) +
            1 +
            (setup.measureFirst ?? 0),
          widest: widestValues(description),
        },
        // A slide may show only some.
        variants.flatMap((variant) => styles.get(variant) ?? []),
      )
    paint()
  })
  useEffect(() => {
    make()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they are what the painter is made from
  }, [run, place, config, variants, ghost])
  useFrame(run, paint)
  return root
}
