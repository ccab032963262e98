/** The views of one variant, at most `limit` of them, spread evenly over the steps of the run so far. */
import { lastAtMost } from './history.ts'

export interface ViewRing<View> {
  /** Steps must not fall; a view of the same step replaces the last. */
  push(step: number, view: View): void
  /** The newest view at or before `step`. */
  at(step: number): View | undefined
  readonly length: number
}

/**
 * When full, gives up the view whose neighbours are nearest to each other, so gaps stay about equal;
 * the first and the newest view always stay.
 */
export function createViewRing<View>(limit = 120): ViewRing<View> {
  const steps: number[] = []
  const views: View[] = []

  function thin() {
    let [least, victim] = [Infinity, 1]
    for (let i = 1; i < steps.length - 1; i++) {
      const gap = steps[i + 1]! - steps[i - 1]!
      if (gap < least) [least, victim] = [gap, i]
    }
    steps.splice(victim, 1)
    views.splice(victim, 1)
  }

  return {
    push(step, view) {
      if (steps.at(-1) === step) {
        views[views.length - 1] = view
        return
      }
      steps.push(step)
      views.push(view)
      if (steps.length > Math.max(2, limit)) thin()
    },
    at: (step) => views[lastAtMost(steps, step)],
    get length() {
      return steps.length
    },
  }
}
