/** Tells listeners that something changed, not more often than agreed. */

export interface Bell {
  listen(listener: () => void): () => void
  /** Rings now if the last ring is at least `every` ms ago, otherwise once as soon as it is. */
  ring(every: number): void
  ringNow(): void
  /** Forgets a ring that is still to come. */
  hush(): void
}

export function createBell(): Bell {
  const listeners = new Set<() => void>()
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const bell: Bell = {
    listen(listener) {
      // A wrapper of its own, so that one function can listen twice and each stops for itself.
      const own = () => listener()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    ring(every) {
      const rest = last + every - performance.now()
      if (rest <= 0) bell.ringNow()
      else timer ??= setTimeout(() => bell.ringNow(), rest)
    },
    ringNow() {
      bell.hush()
      last = performance.now()
      for (const listener of listeners) listener()
    },
    hush() {
      clearTimeout(timer)
      timer = undefined
    },
  }
  return bell
}
