/** Starting weights that make activations grow from layer to layer. */
import type { Finding } from '../diagnosis.ts'
import type { Case } from '../evidence.ts'
import { first, lowerRate, publishedWeights } from '../remedies.ts'
import { finalLoss, type Symptoms } from '../symptoms.ts'
import { number } from '../words.ts'

/** Loss at the start relative to guessing: 1 to 1.8 with weights that fit, 3 in narrow networks. */
const tooCertain = 4
const recovered = 1.2
/** Of the logits; 0.3 to 2 with weights that fit, up to 9 in narrow networks. */
const tooLarge = 10

export function weightsTooLarge(c: Case, { diverged, stuck, thrown }: Symptoms): Finding | null {
  const { start } = c
  const output = start.layers.at(-1)!.activations
  if (!(start.loss > tooCertain * start.chance && output > tooLarge)) return null
  // A loss that came down to chance and stays has another cause, unless a layer was lost on the way.
  const never =
    finalLoss(c) > recovered * start.chance || c.last.layers.some(({ inactive }) => inactive > 0.9)
  if (!diverged && !thrown && !(stuck && never)) return null
  const sentence = `with these starting weights numbers of size ${number(start.inputs)} at the input become ${number(output)} at the output, so training starts at a loss of ${number(start.loss)} where guessing costs ${number(start.chance)}`
  return {
    cause: 'weightsTooLarge',
    sentence,
    remedy: first(publishedWeights(c), diverged || thrown ? lowerRate(c) : null),
  }
}
