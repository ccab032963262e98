/** The child of a Recharts chart that hands its scales to the StreamPainter, and repaints with the run alone. */
import { useEffect, useMemo } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Clock } from '../../lab/setup.ts'
import { thresholdBox } from './labels.ts'
import type { PlotSpec } from './StreamPainter.ts'
import type { Domain } from './ticks.ts'
import { useStream, type PlotPlace } from './useStream.ts'

export type PlotScales = Pick<PlotSpec, 'area' | 'x'>

export function StreamLayer({
  metric,
  clock,
  domain: [low, high],
  flag,
  width: full,
  threshold,
  onScales,
}: {
  metric: string
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
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  const { x, y, width, height } = usePlotArea() ?? { x: 0, y: 0, width: 0, height: 0 }
  // Recharts hands out new scales when it has taken over a new axis or size, which is a render after we asked for it.
  const place = useMemo<PlotPlace | null>(() => {
    if (!xScale || !yScale || width <= 0) return null
    const toY = (value: number) => {
      const inside = Math.max(low, Math.min(high, Number.isNaN(value) ? low : value))
      return yScale(inside) ?? y
    }
    return {
      area: { x, y, width, height },
      x: (epoch) => xScale(epoch) ?? x,
      y: toY,
      width: full,
      flag,
      named: threshold && thresholdBox(threshold.label, toY(threshold.at), x + width, threshold.below),
    }
  }, [xScale, yScale, low, high, x, y, width, height, full, flag, threshold])
  useEffect(() => {
    if (place) onScales(place)
  }, [place, onScales])
  const root = useStream(metric, clock, place)
  return <g ref={root} className="stream" />
}
