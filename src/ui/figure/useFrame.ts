/** Repainting: when parts that draw by themselves are told to, and how seldom a reader who wants less motion is. */
import { useEffect, useEffectEvent } from 'react'
import type { Clock } from '../../lab/setup.ts'
import type { Run } from '../../lab/runState.ts'
import { clockUnit } from '../plot/seek.ts'
import { lessMotion } from './motion.ts'
import { onThemeChange } from './theme.ts'

/** What training advances by between repaints for a reader who prefers reduced motion. */
const clockJump = (clock: Clock): number =>
  Math.min(10 * clockUnit(clock), Math.abs(clock.end - clock.start) / 10)

/**
 * Calls `draw` now, at each repaint of the run and when the theme changes; `fresh` is false where only the run moved on,
 * so that what shows the same as before can be left alone.
 * For a reader who wants less motion it leaves out repaints that are less than a jump after the last one, while running.
 */
export function useFrame(run: Run, draw: (fresh: boolean) => void, again?: unknown) {
  const paint = useEffectEvent(draw)
  useEffect(() => {
    let last = -Infinity
    const frame = () => {
      const { status, reach, config } = run.getState()
      if (status === 'running' && lessMotion()) {
        if (Math.abs(reach.epoch - last) < clockJump(run.setup.clock(config))) return
        last = reach.epoch
      } else last = -Infinity
      paint(false)
    }
    paint(true)
    const stopFrames = run.onFrame(frame)
    // Numbers and labels lag behind while it runs; when it stops they say where it stands.
    let status = run.getState().status
    const stopState = run.subscribe(() => {
      const before = status
      status = run.getState().status
      if (status !== before && status !== 'running') paint(true)
    })
    const stopTheme = onThemeChange(() => paint(true))
    return () => {
      stopFrames()
      stopState()
      stopTheme()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new `again` is the wish to draw again
  }, [run, again])
}

/** Writes a label for assistive technology at most once a second while it runs, at once otherwise. */
export function politeLabel(element: Element, write: () => string, running: boolean, memory: { at: number }) {
  const time = performance.now()
  if (running && time - memory.at < 1000) return
  memory.at = time
  const text = write()
  if (element.getAttribute('aria-label') !== text) element.setAttribute('aria-label', text)
}
