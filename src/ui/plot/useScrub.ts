/** Dragging on a plot moves the epoch line. Touches that move up or down scroll the page instead (touch-action: pan-y). */
import { useRef, type PointerEvent } from 'react'
import type { Run } from '../../lab/runState.ts'
import type { Clock } from '../../lab/setup.ts'
import { seekWithin } from './seek.ts'
import type { PlotScales } from './StreamLayer.tsx'

export function useScrub(run: Run, clock: Clock, scales: PlotScales | null) {
  const dragging = useRef(false)
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!scales) return
    const plot = event.currentTarget.querySelector<HTMLElement>('.plot-box')
    if (!plot) return
    const { left, width } = plot.getBoundingClientRect()
    // On a slide the plot is enlarged.
    const x = ((event.clientX - left) * plot.offsetWidth) / width
    const share = (x - scales.area.x) / scales.area.width
    seekWithin(run, clock, clock.start + share * (clock.end - clock.start))
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || run.getState().reach.step === 0) return
      dragging.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      event.currentTarget
        .closest('figure')
        ?.querySelector<HTMLElement>('.handle')
        ?.focus({ preventScroll: true })
      event.preventDefault()
      move(event)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (dragging.current) move(event)
    },
    onPointerUp() {
      dragging.current = false
    },
    onPointerCancel() {
      dragging.current = false
    },
  }
}
