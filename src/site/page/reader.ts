/**
 * Loads the reader's record where it has a place to be shown: when idle if there is one, and otherwise once the reader
 * has read on for a while or done something worth keeping. Who only looks in loads nothing and leaves nothing.
 */
import type { Hear } from '../reader/start.ts'

/** ms after the reader began to scroll; who is gone by then has not read. */
const patience = 5000

/** By its name in reader/keys.ts, written out: no page loads that file before it has something to show. Storage may be forbidden. */
const hasRecord = () => {
  try {
    return localStorage.getItem('watch-it-learn:reader') !== null
  } catch {
    return false
  }
}

export const watchReader = (): void => {
  if (!document.querySelector('[data-progress]')) return
  let lingered = false
  let part: Promise<Hear> | undefined
  const load = () =>
    (part ??= import('../reader/start.ts').then(
      ({ start }) => start(lingered),
      (error: unknown) => {
        console.error('Your reading is not remembered on this page:', error)
        return () => {}
      },
    ))
  const known = hasRecord()
  if (known) (globalThis.requestIdleCallback ?? setTimeout)(() => void load())
  else if (document.querySelector('[data-chapter]'))
    addEventListener(
      'scroll',
      ({ timeStamp }) => {
        lingered = timeStamp > 3000
        setTimeout(() => void load(), patience)
      },
      { once: true, passive: true },
    )
  document.addEventListener('figure', ({ detail, target }) => {
    if (known || !/^(ready|run)$/.test(detail.type))
      void load().then((hear) => hear(detail, target as Element))
  })
  document.addEventListener('input', ({ target }) => {
    if ((target as Element).matches('.exercise textarea')) void load()
  })
}
