/** A figure near the screen prepares its first frame; one that leaves it or comes back tells its attention. Client only. */
import { useEffect, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'
import type { Attention } from './attention.ts'

const whenIdle = (act: () => void) =>
  typeof requestIdleCallback === 'function'
    ? requestIdleCallback(act, { timeout: 1500 })
    : setTimeout(act, 200)

export function useOnScreen(figure: RefObject<Element | null>, run: Run, attention: Attention) {
  useEffect(() => {
    const element = figure.current
    if (!element) return undefined
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
        run.setWantsViews(visible)
        attention.setVisible(visible)
      },
      { rootMargin: '120px' },
    )
    const stop = attention.watch()
    near.observe(element)
    onScreen.observe(element)
    return () => {
      gone = true
      near.disconnect()
      onScreen.disconnect()
      stop()
    }
  }, [figure, run, attention])
}
