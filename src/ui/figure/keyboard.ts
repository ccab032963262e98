/** Keys that a figure listens to while the focus is inside it. */
import type { KeyboardEvent } from 'react'
import type { Run } from '../../lab/runState.ts'
import { seekBy, seekWithin } from '../plot/seek.ts'

/** Elements that use arrows and letters themselves. */
const own = 'input, select, textarea, [contenteditable]'

/**
 * Arrows move the epoch line to the next measurement, Shift + arrow ten units, Home and End to the ends; letters call
 * `letters`. On the handle of the line PageUp and PageDown move ten units, and Space calls `toggle`.
 */
export function figureKeys(
  run: Run,
  event: KeyboardEvent<HTMLElement>,
  letters: Readonly<Record<string, () => void>>,
  toggle: () => void,
) {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (target instanceof Element && target.closest(own)) return
  const clock = run.setup.clock(run.getState().config)
  const units = event.shiftKey ? 10 : 1
  const back = () => seekBy(run, clock, -1, units)
  const on = () => seekBy(run, clock, 1, units)
  // Elsewhere in the figure these scroll the page and press buttons.
  const ofHandle: Record<string, () => void> = {
    ArrowDown: back,
    ArrowUp: on,
    PageDown: () => seekBy(run, clock, -1, 10),
    PageUp: () => seekBy(run, clock, 1, 10),
    ' ': toggle,
  }
  const moves: Record<string, () => void> = {
    ArrowLeft: back,
    ArrowRight: on,
    Home: () => seekWithin(run, clock, clock.start),
    End: () => run.seek(null),
  }
  const onHandle = target instanceof Element && target.matches('[role=slider]')
  const act = (onHandle ? ofHandle[key] : undefined) ?? moves[key] ?? letters[key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  if (!(key === ' ' && event.repeat)) act()
}
