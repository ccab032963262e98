/**
 * The axis of a metric, widened when a value of the run leaves it, and back to its own when the run starts anew.
 * A fork and a change on the way leave it as it is: what was drawn before is still there.
 */
import { useEffect, useRef, useState } from 'react'
import type { History, Run } from '../../lab/runState.ts'
import { fit, type Axis } from './axes.ts'

/** Looks only at what is new since the last time. */
function reach(
  history: History,
  variants: readonly string[],
  metric: string,
  seen: Map<string, number>,
): readonly [number, number] {
  let least = Infinity
  let most = -Infinity
  for (const variant of variants) {
    const low = history.low(variant, metric)
    const high = history.high(variant, metric)
    for (let i = seen.get(variant) ?? 0; i < low.length; i++) {
      const [a, b] = [low[i] ?? Number.NaN, high[i] ?? Number.NaN]
      if (a < least) least = a
      if (b > most && b < Infinity) most = b
    }
    seen.set(variant, low.length)
  }
  return [least, most]
}

export function useFittedAxis(run: Run, metric: string, own: Axis): Axis {
  const { scale } = own
  const [low, high] = own.domain
  const [axis, setAxis] = useState(own)
  const current = useRef(own)
  useEffect(() => {
    const seen = new Map<string, number>()
    const start: Axis = { scale, domain: [low, high] }
    let step = -1
    let settings: unknown
    let ghost: History | null = null
    const use = (next: Axis) => {
      if (next === current.current) return
      current.current = next
      setAxis(next)
    }
    use(start)
    const look = () => {
      const state = run.getState()
      const forked = run.ghost !== null && run.ghost !== ghost
      const anew = settings !== undefined && state.initialConfig !== settings
      if (anew || forked || state.reach.step < step) seen.clear()
      if (anew || (!run.ghost && state.reach.step < step)) use(start)
      step = state.reach.step
      settings = state.initialConfig
      ghost = run.ghost
      // The second time a value leaves, the axis gets room to spare, so that it does not jump at every decade.
      const spare = current.current === start ? 0 : 1
      const ranges = [reach(run.history, state.variants, metric, seen)]
      if (forked && ghost) ranges.push(reach(ghost, state.variants, metric, new Map()))
      const least = Math.min(...ranges.map(([lowest]) => lowest))
      const most = Math.max(...ranges.map(([, highest]) => highest))
      // A diverging variant would squeeze all others flat on its way to infinity: beyond one decade it leaves the plot at the top.
      use(fit(current.current, least, scale === 'log' ? Math.min(most, high * 10) : most, spare))
    }
    look()
    return run.onFrame(look)
  }, [run, metric, scale, low, high])
  return axis.scale === scale ? axis : own
}
