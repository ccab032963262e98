/** What question and readout say of a run. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { clockText, firstEpoch, formatPercent, isOver, labelOf, list, medianAt } from '../../ui/index.ts'

/** Test errors that are nearer than this are called alike: ten of 500 images. */
export const near = 0.02

const kinds = ['max', 'average', 'stochastic'] as const

const errorOf = (run: Run, variant: string) => medianAt(run, variant, 'testError') ?? Number.NaN

/**
 * Which of the three kinds of pooling end with fewer test errors than the network without, by more than `near`: all,
 * some, or none. Null before the end, and where one of the four networks is missing.
 */
export function better(run: Run): 'all' | 'some' | 'none' | null {
  if (!isOver(run)) return null
  const without = errorOf(run, 'none')
  const gains = kinds.map((kind) => without - errorOf(run, kind))
  if (!gains.every(Number.isFinite)) return null
  const helped = gains.filter((gain) => gain > near).length
  return helped === kinds.length ? 'all' : helped > 0 ? 'some' : 'none'
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
    const ends = list(variants.map((id) => `${labelOf(run, id)} ${formatPercent(errorOf(run, id))}`))
    sentences.push(`Test error at the end: ${ends}.`)
  }
  return sentences.join(' ')
}
