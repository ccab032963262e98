/** A live figure as a slide: its plots, and beside them a picture of each variant with its name and value. */
import { useMemo } from 'react'
import { FigureContext } from '../../ui/figure/FigureContext.ts'
import type { SlideParts } from '../../ui/figure/LiveFigure.tsx'
import { LinePlot, useFigure, useRunValue } from '../../ui/index.ts'
import { contentOf } from './parts.ts'
import { SlideColumn } from './SlideColumn.tsx'
import { useSlide } from './slideContext.ts'
import { useDriver } from './useDriver.ts'

export function SlideFigure(parts: SlideParts) {
  const { figure, playing, children } = parts
  const { slide } = useSlide()
  const shared = useFigure()
  const { run, widget, styles } = shared
  const { plots, panel } = useMemo(() => contentOf(children, slide), [children, slide])
  const status = useRunValue(run, (state) => state.status)
  const backend = useRunValue(run, (state) => state.backend)
  useDriver(parts)
  const chosen = useMemo(() => {
    const some = slide.variants ?? [...styles.keys()]
    return { ...shared, styles: new Map([...styles].filter(([id]) => some.includes(id))) }
  }, [shared, styles, slide.variants])
  const apart = plots.length > 1 && !panel
  return (
    <FigureContext value={chosen}>
      <figure
        ref={figure}
        className="fig slide-fig"
        data-figure={widget}
        data-state={status}
        data-recording={playing ? '' : undefined}
        data-backend={backend ?? ''}
        data-shape={panel?.shape ?? 'none'}
        aria-label={slide.title}
      >
        <div className="plots" data-apart={apart ? '' : undefined}>
          {plots.map((plot, i) => (
            <LinePlot key={plot.metric} {...plot} plain size={apart || i === 0 ? 'tall' : 'short'} />
          ))}
        </div>
        {panel ? <SlideColumn panel={panel} /> : null}
      </figure>
    </FigureContext>
  )
}
