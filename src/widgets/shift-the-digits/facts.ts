/** What question and readout say of a run. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { clockText, firstEpoch, formatPercent, isOver, labelOf, list, medianAt } from '../../ui/index.ts'

/** Test errors that are nearer than this are called alike: ten of 500 images. */
export const near = 0.02

/** The variant that ends with the least test error, "alike" where another is as good; null before the end. */
export function best(run: Run): string | null {
  if (!isOver(run)) return null
  const errors = run
    .getState()
    .variants.map((variant) => ({ variant, error: medianAt(run, variant, 'testError') ?? Number.NaN }))
    .filter(({ error }) => Number.isFinite(error))
    .sort((a, b) => a.error - b.error)
  const [first, second] = errors
  if (!first) return null
  return second && second.error - first.error < near ? 'alike' : first.variant
}

/** Says since when training images are all right; at the end also what the errors are on others. */
export function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const learned = variants.flatMap((variant) => {
    const epoch = firstEpoch(run, variant, 'trainingError', { atMost: 0 })
    return epoch === null ? [] : [`${labelOf(run, variant)} at epoch ${clockText(run, epoch)}`]
  })
  const sentences = [
    learned.length > 0
      ? `First without a mistake on the training images: ${list(learned)}.`
      : 'Every network still makes mistakes on the training images.',
  ]
  if (isOver(run)) {
    const ends = (metric: string) =>
      list(variants.map((id) => `${labelOf(run, id)} ${formatPercent(medianAt(run, id, metric) ?? 0)}`))
    sentences.push(`At the end, training error: ${ends('trainingError')}; test error: ${ends('testError')}.`)
  }
  return sentences.join(' ')
}
