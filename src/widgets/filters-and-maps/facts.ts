/** What the figure asks and says of its run. */
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  firstEpoch,
  formatPercent,
  isOver,
  labelOf,
  list,
  medianAt,
  shareText,
} from '../../ui/index.ts'

/** Test errors that differ by less are alike here; and by more than this they are far apart. */
export const [near, far] = [0.03, 0.2]
/** Test error that the readout looks out for. */
const goal = 0.3

/** How much worse the network with random filters ends; null before the end. */
export function answer(run: Run): string | null {
  const [learned, random] = ['learned', 'random'].map((variant) =>
    medianAt(run, variant, 'testError', 'reach'),
  )
  if (!isOver(run) || learned === undefined || random === undefined) return null
  const more = random - learned
  if (Number.isNaN(more)) return null
  if (more <= near) return 'alike'
  if (more <= far) return 'some'
  return random < 0.8 ? 'many' : 'guess'
}

/** When each network was first below the goal; at the end also the errors, and how far the weights have moved. */
export function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const firsts = variants.flatMap((variant) => {
    const epoch = firstEpoch(run, variant, 'testError', { atMost: goal })
    return epoch === null ? [] : [`${labelOf(run, variant)} at epoch ${clockText(run, epoch)}`]
  })
  const sentences = [
    firsts.length === 0
      ? `No network is below a test error of ${100 * goal}%${isOver(run) ? '' : ' yet'}.`
      : `First below a test error of ${100 * goal}%: ${list(firsts)}.`,
  ]
  if (isOver(run)) {
    sentences.push(
      `At the end: ${list(variants.map((id) => `${labelOf(run, id)} ${shareText(run, id, 'testError')}`))}.`,
    )
    if (variants.includes('learned')) {
      const moved = (metric: string) => formatPercent(medianAt(run, 'learned', metric) ?? 0)
      sentences.push(
        `Where all weights learn, those of the first layer have moved by ${moved('firstMoved')} of their length at the start, those of the second by ${moved('secondMoved')}, those of the last by ${moved('lastMoved')}.`,
      )
    }
  }
  return sentences.join(' ')
}
