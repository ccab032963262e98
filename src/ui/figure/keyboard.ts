/** Keys that a figure listens to while the focus is inside it. */
import type { KeyboardEvent } from 'react'
import type { Run } from '../../lab/runState.ts'
import { seekWithin } from '../plot/useScrub.ts'
import { clockUnit } from './useFrame.ts'

/** Elements that use arrows and letters themselves. */
const own = 'input, select, textarea, [contenteditable]'

/** Arrows move the epoch line one unit, Shift + arrow ten, Home and End to the ends; other keys call `letters`. */
export function figureKeys(
  run: Run,
  event: KeyboardEvent<HTMLElement>,
  letters: Readonly<Record<string, () => void>>,
) {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (target instanceof Element && target.closest(own)) return
  const { config, now } = run.getState()
  const clock = run.setup.clock(config)
  const forward = Math.sign(clock.end - clock.start) || 1
  const by = clockUnit(clock) * (event.shiftKey ? 10 : 1) * forward
  const moves: Record<string, () => void> = {
    ArrowLeft: () => seekWithin(run, clock, now.epoch - by),
    ArrowDown: () => seekWithin(run, clock, now.epoch - by),
    ArrowRight: () => seekWithin(run, clock, now.epoch + by),
    ArrowUp: () => seekWithin(run, clock, now.epoch + by),
    Home: () => seekWithin(run, clock, clock.start),
    End: () => run.seek(null),
  }
  // Up and down scroll the page unless the handle has the focus.
  const vertical = key === 'ArrowUp' || key === 'ArrowDown'
  if (vertical && !(target instanceof Element && target.matches('[role=slider]'))) return
  const act = moves[key] ?? letters[key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}
