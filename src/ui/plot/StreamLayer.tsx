/** The child of a Recharts chart that hands its scales to the StreamPainter, and repaints with the run alone. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Clock, Metric } from '../../lab/setup.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { useFrame } from '../figure/useFrame.ts'
import { StreamPainter, type Area } from './StreamPainter.ts'
import { thresholdBox, widestValues } from './labels.ts'
import type { Domain } from './ticks.ts'

export interface PlotScales {
  area: Area
  x: (epoch: number) => number
}

export function StreamLayer({
  metric,
  description,
  clock,
  domain,
  flag,
  width: full,
  threshold,
  onScales,
}: {
  metric: string
  description: Metric
  clock: Clock
  domain: Domain
  flag: boolean
  /** Of the whole picture, px. */
  width: number
  /** A named value that labels keep clear of; `below`: its name stands below it. */
  threshold: { at: number; label: string; below: boolean } | undefined
  /** Told where the plot lies whenever that changes. */
  onScales: (scales: PlotScales) => void
}) {
  const { run, styles, ghost } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  const config = useRunValue(run, (state) => state.config)
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  const area = usePlotArea()
  const root = useRef<SVGGElement>(null)
  const painter = useRef<StreamPainter | null>(null)
  const tell = useEffectEvent(onScales)

  const { x, y, width, height } = area ?? { x: 0, y: 0, width: 0, height: 0 }
  const [low, high] = domain
  const make = useEffectEvent(() => {
    if (!root.current || !xScale || !yScale || width <= 0) return
    const box = { x, y, width, height }
    const toX = (epoch: number) => xScale(epoch) ?? box.x
    const toY = (value: number) => {
      const inside = Math.max(low, Math.min(high, Number.isNaN(value) ? low : value))
      return yScale(inside) ?? box.y
    }
    const { setup } = run
    painter.current = new StreamPainter(
      root.current,
      {
        metric,
        description,
        clock,
        area: box,
        x: toX,
        y: toY,
        measurements:
          Math.ceil(setup.steps(config) / Math.max(1, setup.measureEvery(config))) +
          1 +
          (setup.measureFirst ?? 0),
        flag,
        width: full,
        widest: widestValues(description),
        named: threshold && thresholdBox(threshold.label, toY(threshold.at), x + width, threshold.below),
      },
      // A slide may show only some.
      variants.flatMap((variant) => styles.get(variant) ?? []),
    )
    tell({ area: box, x: toX })
  })
  // Recharts hands out new scales when it has taken over a new axis or size, which is a render after we asked for it.
  const shape = `${low} ${high} ${x} ${y} ${width} ${height} ${full} ${variants.join()}`
  useEffect(() => {
    make()
    painter.current?.paint(run, ghost())
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they are what the painter is made from
  }, [run, xScale, yScale, shape, config, ghost])
  useFrame(run, () => painter.current?.paint(run, ghost()))
  return <g ref={root} className="stream" />
}
