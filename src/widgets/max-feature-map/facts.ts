/** What the figure asks and says of its run. */
import type { Run } from '../../lab/runState.ts'
import { clockText, firstEpoch, formatNumber, isOver, labelOf, list, shareText } from '../../ui/index.ts'

/** Test errors that differ by no more are alike here. */
export const near = 0.03
/** Test error that the readout looks out for. */
const goal = 0.2

/** By how much the test error of MFM is above that of another network in the end, seed by seed; those that diverged are left out. */
function aboveOf(run: Run, variant: string): number[] {
  const { seeds } = run.getState()
  return seeds
    .map((seed) => {
      const [own, other] = ['mfm', variant].map((id) => {
        const values = run.history.values(id, 'testError', seed)
        return values[values.length - 1] ?? Number.NaN
      })
      return own! - other!
    })
    .filter(Number.isFinite)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** How MFM ends beside ReLU with as many parameters; null before the end. */
export function answer(run: Run): string | null {
  if (!isOver(run)) return null
  const above = mean(aboveOf(run, 'matched'))
  if (Number.isNaN(above)) return null
  if (Math.abs(above) <= near) return 'alike'
  return above < 0 ? 'better' : 'worse'
}

const points = (value: number) => `${formatNumber(Number(Math.abs(value).toFixed(1)))} points`
const where = (value: number) => `${points(value)} ${value < 0 ? 'below' : 'above'}`

/** "1.4 points above wider ReLU (seeds: ...)": the mean of the seeds, with the least and the greatest of them. */
function difference(run: Run, variant: string): string {
  const above = aboveOf(run, variant).map((each) => 100 * each)
  return `${where(mean(above))} ${labelOf(run, variant)} (seeds: from ${where(Math.min(...above))} to ${where(Math.max(...above))})`
}

/** When each network was first below the goal; at the end where they stand, and how far apart. */
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
    const rivals = variants.filter((id) => id !== 'mfm' && aboveOf(run, id).length > 0)
    if (rivals.length > 0)
      sentences.push(
        `On the mean of the seeds the test error of MFM is ${list(rivals.map((id) => difference(run, id)))}.`,
      )
  }
  return sentences.join(' ')
}
