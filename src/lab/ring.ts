/** Things of a run (views, checkpoints), at most `limit` of them, spread evenly over the steps of the run so far. */
import { lastAtMost } from './history.ts'

export interface Ring<T> {
  /** An item of the newest step replaces it; one of an earlier step is left out, for a replay brings nothing new. */
  push(step: number, item: T): void
  /** The newest at or before `step`. */
  at(step: number): T | undefined
  /** A ring of what it holds up to `step`. */
  until(step: number): Ring<T>
  readonly length: number
}

/**
 * When full, gives up the item whose neighbours are nearest to each other, so gaps stay about equal;
 * the first and the newest always stay.
 * @param limit how many items of this kind may stay, at least 2.
 */
export function createRing<T>(limit: (item: T) => number): Ring<T> {
  const steps: number[] = []
  const items: T[] = []

  function thin() {
    let [least, victim] = [Infinity, 1]
    for (let i = 1; i < steps.length - 1; i++) {
      const gap = steps[i + 1]! - steps[i - 1]!
      if (gap < least) [least, victim] = [gap, i]
    }
    steps.splice(victim, 1)
    items.splice(victim, 1)
  }

  return {
    push(step, item) {
      const newest = steps.at(-1) ?? -Infinity
      if (step < newest) return
      if (step === newest) {
        items[items.length - 1] = item
        return
      }
      steps.push(step)
      items.push(item)
      while (steps.length > Math.max(2, limit(item))) thin()
    },
    at: (step) => items[lastAtMost(steps, step)],
    until(step) {
      const ring = createRing(limit)
      for (let i = 0; i <= lastAtMost(steps, step); i++) ring.push(steps[i]!, items[i]!)
      return ring
    },
    get length() {
      return steps.length
    },
  }
}
