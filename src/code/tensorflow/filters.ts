/** How a TensorFlow.js program cuts filters of a convolutional network, or as many single weights of each layer. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { masking, masksCode, type PruneCode } from './masks.ts'

type Cut = NonNullable<Training['cutMaps']>

export const filtersCode = (cut: Cut): PruneCode => ({
  before: lines(
    'left' in cut
      ? `// After ${cut.step} updates ${cut.left} filters of each convolution are left; biases stay.`
      : `// After ${cut.step} updates these shares of the weights of each layer are cut; biases stay.`,
    'shares' in cut && `const shares = [${cut.shares.map(rounded).join(', ')}]`,
    'const learning = model.layers.filter((layer) => layer.kernel)',
    masksCode,
  ),
  ahead: false,
  behind: lines(
    `  if (step + 1 === ${cut.step}) masks = ${'left' in cut ? `filterMasks(${cut.left})` : 'weightMasks()'}`,
    masking('learning'),
  ),
})

const rounded = (share: number) => Number(share.toPrecision(6))

/** What the lines above call. */
export const filtersFunction = (cut: Cut): string => ('left' in cut ? filterMasks : weightMasks)

const filterMasks = `/**
 * In each convolution the filters stay whose absolute weights have the greatest sums. With a filter goes its map, and all
 * that the next layer makes of it; in a row of the output layer, too, the maps stand last.
 */
function filterMasks(left) {
  return tf.tidy(() => {
    const stay = learning.slice(0, -1).map(({ kernel }) => {
      const sums = tf.sum(tf.abs(kernel.read()), [0, 1, 2]).dataSync()
      const least = sums.toSorted()[sums.length - left]
      return tf.tensor1d(sums.map((sum) => (sum >= least ? 1 : 0)))
    })
    return learning.map(({ kernel }, i) => {
      const pairs = tf.outerProduct(stay[i - 1] ?? tf.ones([1]), stay[i] ?? tf.ones([kernel.shape.at(-1)]))
      const places = kernel.read().size / pairs.size
      return tf.keep(tf.reshape(tf.tile(pairs, [places, 1]), kernel.shape))
    })
  })
}`

const weightMasks = `/** The smallest weights of each layer go. */
function weightMasks() {
  return learning.map(({ kernel }, i) =>
    tf.tidy(() => {
      const sizes = tf.abs(kernel.read())
      const least = sizes.dataSync().toSorted()[Math.round(shares[i] * sizes.size)]
      return tf.cast(tf.greaterEqual(sizes, least), 'float32')
    }),
  )
}`
