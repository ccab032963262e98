/**
 * A figure near the screen prepares its first frame, and then what Run would wait for; one that leaves the screen or
 * comes back tells its attention, and so does a page that is hidden. Client only.
 */
import { useEffect, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'
import type { Attention } from './attention.ts'

const whenIdle = (act: () => void) =>
  typeof requestIdleCallback === 'function'
    ? requestIdleCallback(act, { timeout: 1500 })
    : setTimeout(act, 200)

/** Whoever pays for each byte downloads no backend that may not be used. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches
}

/** @param shown false for a run that goes on behind a recording: pictures that nobody sees are not made. */
export function useOnScreen(figure: RefObject<Element | null>, run: Run, attention: Attention, shown = true) {
  useEffect(() => {
    const element = figure.current
    if (!element) return undefined
    let gone = false
    let onScreen = true
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        near.disconnect()
        whenIdle(() => {
          if (gone) return
          run.prepare()
          if (savesData()) return
          whenIdle(() => {
            if (!gone && !document.hidden) run.warmUp()
          })
        })
      },
      { rootMargin: '600px' },
    )
    const tell = () => {
      const visible = onScreen && !document.hidden
      run.setWantsViews(shown && visible)
      attention.setVisible(visible)
    }
    const screen = new IntersectionObserver(
      (entries) => {
        onScreen = entries.at(-1)?.isIntersecting ?? true
        tell()
      },
      { rootMargin: '120px' },
    )
    const stop = attention.watch()
    near.observe(element)
    screen.observe(element)
    document.addEventListener('visibilitychange', tell)
    return () => {
      gone = true
      near.disconnect()
      screen.disconnect()
      document.removeEventListener('visibilitychange', tell)
      stop()
    }
  }, [figure, run, attention, shown])
}
