/** How a TensorFlow.js program cuts whole units. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { denseCode, maskingCode, masksCode, type PruneCode } from './masks.ts'

export const unitsCode = ({ step, left }: NonNullable<Training['cutUnits']>): PruneCode => ({
  before: lines(
    `// After ${step} updates ${left} units of each hidden layer are left; biases stay.`,
    denseCode,
    masksCode,
  ),
  ahead: false,
  behind: lines(`  if (step + 1 === ${step}) masks = unitMasks(${left})`, maskingCode),
})

/** What the lines above call. */
export const unitsFunction = `/**
 * In each hidden layer the units stay whose incoming weights are longest (the root of the sum of squares). With a unit goes
 * all that leads into it and out of it.
 */
function unitMasks(left) {
  return tf.tidy(() => {
    const stay = dense.slice(0, -1).map(({ kernel }) => {
      const lengths = tf.norm(kernel.read(), 2, 0).dataSync()
      const least = lengths.toSorted()[lengths.length - left]
      return tf.tensor1d(lengths.map((length) => (length >= least ? 1 : 0)))
    })
    return dense.map(({ kernel }, i) => {
      const [inputs, units] = kernel.shape
      const [from, to] = [stay[i - 1] ?? tf.ones([inputs]), stay[i] ?? tf.ones([units])]
      return tf.keep(tf.outerProduct(from, to))
    })
  })
}`
