/** What a classifier believed at one moment of a film; blank until training is on its way there. */
import type { MomentView } from '../../lab/views.ts'
import { useFigure } from '../figure/FigureContext.ts'
import { formatClock } from '../format.ts'
import { drawBoundary } from './DecisionBoundary.tsx'
import { PanelCanvas } from './PanelCanvas.tsx'
import { useCanvas } from './useCanvas.ts'

/** @param after the moment before it, a step: until then the picture is blank, from then on it shows training come nearer. */
export function MomentPicture({ variant, step, after }: { variant: string; step: number; after: number }) {
  const { run } = useFigure()
  const name = 'Decision boundary'
  const canvas = useCanvas<MomentView>(
    variant,
    (context, view, width, height) => {
      const { reach, config } = run.getState()
      if (!view || reach.step <= after) return () => `${name}: not there yet`
      const words = drawBoundary(context, view.boundary, width, height)
      const { name: unit, start, end } = run.setup.clock(config)
      return () => `${name} at ${unit} ${formatClock(view.epoch, end - start)}: ${words()}`
    },
    step,
  )
  return <PanelCanvas canvas={canvas} label={name} />
}
