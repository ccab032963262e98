/** Where a run that was lost goes on: on the same backend, then on the others, and not for ever. */
import type { Backend } from './engine.ts'

export interface Recovery {
  /**
   * The backends to try, in this order, after the run was lost on `backend` at step `reach`.
   * Null when every backend lost it twice without getting further, or when it was lost too often.
   */
  next(
    backend: Backend,
    reach: number,
    candidates: readonly Backend[],
  ): readonly [Backend, ...Backend[]] | null
  /** A run that the reader started anew has lost nothing yet. */
  forget(): void
}

const mostLosses = 8

export function createRecovery(): Recovery {
  let losses = 0
  /** The step at which each backend lost the run the last time. */
  let at = new Map<Backend, number>()
  let useless = new Set<Backend>()
  return {
    next(backend, reach, candidates) {
      losses++
      if (reach <= (at.get(backend) ?? -1)) useless.add(backend)
      at.set(backend, reach)
      const order = [...new Set([backend, ...candidates])].filter((each) => !useless.has(each))
      const [first, ...others] = order
      return first === undefined || losses >= mostLosses ? null : [first, ...others]
    },
    forget() {
      losses = 0
      at = new Map()
      useless = new Set()
    },
  }
}
