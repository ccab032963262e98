/** What became of the norm, from a run's history alone. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { firstEpoch } from '../../ui/index.ts'

/** The median of the norm at the last measurement up to `step`. */
export const normAt = (run: Run, variant: string, step: number): number | undefined =>
  run.history.median(variant, 'norm')[run.history.indexAt(variant, step)]

/**
 * From the first step on at which every training image is right, to the end: `stays` within 2%, `shrinks`, `grows` if
 * the second half of the run adds half a percent or more, `stops` if it does not. Null where some image is wrong.
 */
export function became(run: Run, variant: string): 'stays' | 'stops' | 'grows' | 'shrinks' | null {
  const last = run.getState().reach.step
  const first = firstEpoch(run, variant, 'trainingAccuracy', { atLeast: 1 })
  if (first === null) return null
  const [then, half, end] = [first, last / 2, last].map((step) => normAt(run, variant, step) ?? Number.NaN)
  if (Number.isNaN(then! + half! + end!)) return null
  if (Math.abs(end! / then! - 1) < 0.02) return 'stays'
  if (end! < then!) return 'shrinks'
  return end! / half! - 1 >= 0.005 ? 'grows' : 'stops'
}
