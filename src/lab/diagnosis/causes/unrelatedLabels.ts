/** Labels that have nothing to do with the inputs: shuffled, or of another file. */
import type { Finding } from '../diagnosis.ts'
import type { Case } from '../evidence.ts'
import type { Symptoms } from '../symptoms.ts'
import { number } from '../words.ts'

/**
 * `labelSignal` of the untrained network. On 200 images of ten classes it was 5.2 and more where labels are right, and
 * 0.9 to 1.3 where they are shuffled.
 */
const unrelated = 2
/** Later the network has learned single examples by heart, and its layers tell of any labels. */
const untrained = 4
/** With two classes chance alone gives anything up to 4, and right labels may give 1 (two circles). */
const enoughClasses = 3

export function unrelatedLabels({ moments }: Case, { stuck, thrown, slow }: Symptoms): Finding | null {
  if (!stuck && !thrown && !slow) return null
  const early = moments.filter(({ step }) => step <= untrained)
  const signal = Math.max(...early.map(({ labelSignal }) => labelSignal))
  const { classes } = moments[0]!
  if (classes < enoughClasses || !(signal < unrelated)) return null
  const sentence = `the labels seem to have nothing to do with the inputs: the ${classes} classes differ on average only ${number(signal)} times as much as classes drawn at random would`
  return { cause: 'unrelatedLabels', sentence, remedy: null }
}
