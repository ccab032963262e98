/**
 * A figure near the screen prepares its first frame; one that leaves it pauses, and goes on when it is back,
 * unless the reader did something in between or started another figure.
 */
import { useEffect, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'

let lastStarted: Run | null = null

const whenIdle = (act: () => void) =>
  typeof requestIdleCallback === 'function'
    ? requestIdleCallback(act, { timeout: 1500 })
    : setTimeout(act, 200)

export function useOnScreen(figure: RefObject<Element | null>, run: Run) {
  useEffect(() => {
    const element = figure.current
    if (!element) return undefined
    let pausedHere = false
    let gone = false
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        near.disconnect()
        whenIdle(() => {
          if (!gone) run.prepare()
        })
      },
      { rootMargin: '600px' },
    )
    const onScreen = new IntersectionObserver(
      (entries) => {
        const visible = entries.at(-1)?.isIntersecting ?? true
        const { status } = run.getState()
        run.setWantsViews(visible)
        if (!visible && status === 'running') {
          pausedHere = true
          run.pause()
        } else if (visible && pausedHere) {
          pausedHere = false
          if (status === 'paused' && lastStarted === run) run.run()
        }
      },
      { rootMargin: '120px' },
    )
    const stop = run.subscribe(() => {
      const { status } = run.getState()
      if (status === 'running') lastStarted = run
      if (status !== 'paused') pausedHere = pausedHere && status === 'running'
    })
    near.observe(element)
    onScreen.observe(element)
    return () => {
      gone = true
      near.disconnect()
      onScreen.disconnect()
      stop()
    }
  }, [figure, run])
}
