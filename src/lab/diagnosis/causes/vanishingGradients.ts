/** An error that shrinks from layer to layer on its way back, until the first layers hardly move. */
import type { Finding } from '../diagnosis.ts'
import type { Case, Moment } from '../evidence.ts'
import { adam, first, publishedWeights, shallower } from '../remedies.ts'
import type { Symptoms } from '../symptoms.ts'
import { layerName, number } from '../words.ts'

/** Networks that learn: 0.02 to 5. */
const vanished = 0.01

/** The rms of the backpropagated error at layer 1, relative to that at the output layer. */
const ratio = ({ layers }: Moment) => layers[0]!.deltas / layers.at(-1)!.deltas

/** Whether the error vanished before anything was learned. */
export const startsVanished = ({ start }: Case) => ratio(start) < vanished

export function vanishingGradients(c: Case, { stuck }: Symptoms): Finding | null {
  const { last } = c
  const steps = last.layers.length - 1
  // At both ends of the run: a ratio that has become small is the trace of something else.
  if (!stuck || steps < 2 || !(startsVanished(c) && ratio(last) < vanished) || ratio(last) === 0) return null
  const factor = ratio(last) ** (1 / steps)
  const sentence = `the backpropagated error shrinks to ${number(factor)} of its size at each layer, from ${number(last.layers.at(-1)!.deltas)} at ${layerName(steps, last)} to ${number(last.layers[0]!.deltas)} at layer 1, which hardly moves`
  return {
    cause: 'vanishingGradients',
    sentence,
    remedy: first(smallWeights(c), tooSmallForAdam(last) ? null : adam(c), shallower(c)),
  }
}

/** Adam divides by the gradient's size plus 1e-7: what is smaller stays small. */
const tooSmallForAdam = ({ layers }: Moment) => layers[0]!.weightGradients < 1e-6

/** Only if the weights are smaller than published: larger ones do not make an error shrink. */
const smallWeights = (c: Case) => {
  const field = c.fields['weightScale']
  const small = field?.kind === 'range' && Number(c.config['weightScale']) < field.default
  return small ? publishedWeights(c) : null
}
