/** Updates that overshoot: the loss goes up, and further up, or stays above what guessing costs. */
import type { Finding } from '../diagnosis.ts'
import type { Case } from '../evidence.ts'
import { lowerRate } from '../remedies.ts'
import { finalLoss, isLine, type Symptoms } from '../symptoms.ts'
import { number, setting } from '../words.ts'

/** Plain steps and momentum settle where the limit is about their rate. Adam's limit says less: its steps differ. */
const tooFar = 2

export function learningRateTooHigh(c: Case, { diverged, thrown, slow }: Symptoms): Finding | null {
  const settles = c.last.optimizer !== 'adam' && !isLine(c)
  const restless = slow && settles && c.learningRate > tooFar * c.limit.rate
  if (!diverged && !thrown && !restless) return null
  const rate = setting(c.learningRate)
  const end = diverged
    ? `the loss overflowed by step ${c.diverged}`
    : `the loss rose from ${number(c.start.loss)} to ${number(Math.max(...c.losses.map(({ loss }) => loss)))} and ended at ${number(finalLoss(c))}`
  // With momentum a single update may be short enough, and ten of them in one direction are not.
  const sentence =
    c.limit.rate < c.learningRate
      ? `the learning rate of ${rate} is too high for this curvature: at step ${c.limit.step} an update lowers the loss only at rates below about ${number(c.limit.rate)}, and ${end}`
      : `the learning rate of ${rate} is too high: ${end}`
  return { cause: 'learningRateTooHigh', sentence, remedy: lowerRate(c) }
}
