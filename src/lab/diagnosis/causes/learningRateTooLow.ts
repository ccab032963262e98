/** Updates so short that the run ends where it began. */
import type { Finding } from '../diagnosis.ts'
import type { Case } from '../evidence.ts'
import { raiseRate } from '../remedies.ts'
import { finalLoss, type Symptoms } from '../symptoms.ts'
import { number, setting } from '../words.ts'

/** The rate relative to the greatest at which one update lowers the loss. Networks that learn: 0.003 and more. */
const tooLow = 0.01

export function learningRateTooLow(c: Case, { stuck }: Symptoms): Finding | null {
  if (!stuck || !(c.learningRate < tooLow * c.limit.rate) || c.limit.rate === Infinity) return null
  const sentence = `the learning rate of ${setting(c.learningRate)} is too low: ${c.last.step} steps took the loss from ${number(c.start.loss)} to ${number(finalLoss(c))}, and an update would lower it at any rate below about ${number(c.limit.rate)}`
  return { cause: 'learningRateTooLow', sentence, remedy: raiseRate(c) }
}
