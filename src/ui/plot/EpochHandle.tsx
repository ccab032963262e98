/** The handle of the epoch line, on the clock's axis: a slider for keyboards and screen readers. */
import { useRef } from 'react'
import type { Clock } from '../../lab/setup.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { useFrame } from '../figure/useFrame.ts'
import { positionWords } from '../figure/moment.ts'
import type { PlotScales } from './StreamLayer.tsx'

export function EpochHandle({ scales, clock }: { scales: PlotScales; clock: Clock }) {
  const { run } = useFigure()
  const handle = useRef<HTMLDivElement>(null)
  const started = useRunValue(run, (state) => state.reach.step > 0)
  const now = useRunValue(run, (state) => state.now)
  const reach = useRunValue(run, (state) => state.reach)
  useFrame(
    run,
    () => {
      const { area, x } = scales
      // Moved without a new layout of the page.
      handle.current?.style.setProperty(
        'translate',
        `${x(run.getState().now.epoch)}px ${area.y + area.height}px`,
      )
    },
    `${scales.area.x} ${scales.area.width} ${scales.area.height} ${String(started)}`,
  )
  if (!started) return null
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it moves along the axis of a plot, and keys reach it through the figure
    <div
      ref={handle}
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={`${clock.name} line`}
      aria-valuemin={Math.min(clock.start, reach.epoch)}
      aria-valuemax={Math.max(clock.start, reach.epoch)}
      aria-valuenow={now.epoch}
      aria-valuetext={`${clock.name} ${positionWords(clock, now)} of ${positionWords(clock, reach)}`}
    />
  )
}
