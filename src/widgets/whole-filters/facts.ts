/** What the figure asks and says of its run. */
import type { Run } from '../../lab/runState.ts'
import { formatPercent, isOver, labelOf, list, medianAt } from '../../ui/index.ts'

/** Accuracies nearer than this are called equal. */
export const margin = 0.03

/** Median test accuracy right after the cut, before anything is trained on; undefined before it. */
function afterCut(run: Run, variant: string): number | undefined {
  const { now, config } = run.getState()
  const before = Number(config['before'])
  if (now.step < before) return undefined
  return run.history.median(variant, 'testAccuracy')[run.history.indexAt(variant, before)]
}

/** By how much single weights are ahead of whole filters. */
const ahead = (of: (variant: string) => number | undefined) =>
  (of('weights') ?? Number.NaN) - (of('filters') ?? Number.NaN)

/** Who has more test images right at the end, and where that is equal, who had right after the cut. */
export function answer(run: Run): string | null {
  if (!isOver(run)) return null
  const atTheEnd = ahead((variant) => medianAt(run, variant, 'testAccuracy'))
  const atOnce = ahead((variant) => afterCut(run, variant))
  if (Number.isNaN(atTheEnd) || Number.isNaN(atOnce)) return null
  if (Math.abs(atTheEnd) > margin) return atTheEnd > 0 ? 'weights' : 'filters'
  if (Math.abs(atOnce) <= margin) return 'equal'
  return atOnce > 0 ? 'first' : null
}

/** What the cut left of the two networks, and where all three end. */
export function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const said = (accuracies: readonly (readonly [string, number | undefined])[]) =>
    list(
      accuracies.flatMap(([id, accuracy]) =>
        accuracy === undefined ? [] : [`${labelOf(run, id)} ${formatPercent(accuracy)}`],
      ),
    )
  const cut = said(variants.filter((id) => id !== 'small').map((id) => [id, afterCut(run, id)] as const))
  if (cut === '') return 'Nothing is cut yet.'
  const sentences = [`Test accuracy right after the cut: ${cut}.`]
  if (isOver(run))
    sentences.push(
      `At the end: ${said(variants.map((id) => [id, medianAt(run, id, 'testAccuracy')] as const))}.`,
    )
  return sentences.join(' ')
}
